using System.Text;
using AzuSena.Settings;

namespace AzuSena.Conversations;

/// <summary>Exports a conversation as Markdown.</summary>
public static class ConversationMarkdown
{
    /// <summary>The title, then each question with its answer and its documents. The id, which is a secret, is omitted.</summary>
    public static string Write(Conversation conversation)
    {
        var text = new StringBuilder();
        Line($"# {conversation.Title ?? ConversationTexts.Get("Untitled")}");
        Line(ConversationTexts.Get("Begun", ColombianTime.Of(conversation.CreatedAt)));
        foreach (var turn in conversation.Turns)
        {
            Line($"## {turn.Question}");
            Line(turn.Answer);
            var sources = turn.Citations.Select(citation => $"[{citation.Number}] {citation.Title}").Distinct(StringComparer.Ordinal).ToArray();
            if (sources.Length > 0)
            {
                Line(ConversationTexts.Get("Sources", string.Join("; ", sources)));
            }
        }

        return text.ToString();

        void Line(string line) => text.Append(text.Length == 0 ? "" : "\n").Append(line).Append('\n');
    }
}
