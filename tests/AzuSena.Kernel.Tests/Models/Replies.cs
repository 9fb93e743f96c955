using Microsoft.Extensions.AI;

namespace AzuSena.Models;

/// <summary>Reads replies in tests.</summary>
internal static class Replies
{
    /// <summary>All updates of a reply to a question.</summary>
    public static async Task<List<ChatResponseUpdate>> AskAsync(
        this IChatClient client, string question, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<ChatResponseUpdate> updates = [];
        await foreach (var update in client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, question)], options, cancellationToken))
        {
            updates.Add(update);
        }

        return updates;
    }

    /// <summary>What the reply says.</summary>
    public static string Text(this IEnumerable<ChatResponseUpdate> updates) => string.Concat(updates.Select(update => update.Text));

    /// <summary>What the model thought.</summary>
    public static string Thought(this IEnumerable<ChatResponseUpdate> updates) =>
        string.Concat(updates.Contents<TextReasoningContent>().Select(content => content.Text));

    /// <summary>The contents of a kind.</summary>
    public static IEnumerable<T> Contents<T>(this IEnumerable<ChatResponseUpdate> updates) => updates.SelectMany(update => update.Contents).OfType<T>();

    /// <summary>Reads on until something was said.</summary>
    public static async Task UntilTextAsync(this IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        do
        {
            (await updates.MoveNextAsync()).Should().BeTrue();
        }
        while (updates.Current.Text.Length == 0);
    }
}
