using System.Text.Json.Nodes;

namespace AzuSena.Testing.Models;

/// <summary>A request that a double of a model server received, kept for the test to look at.</summary>
public sealed class ModelRequest
{
    private readonly TaskCompletionSource _clientLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _tokensAfterClientLeft;

    internal ModelRequest(JsonObject body, CancellationToken clientGone)
    {
        Body = body;
        clientGone.Register(() => _clientLeft.TrySetResult());
    }

    public JsonObject Body { get; }

    public string? Authorization { get; init; }

    /// <summary>The messages, as <c>role: content</c>.</summary>
    public IReadOnlyList<string> Messages => [.. (Body["messages"] as JsonArray ?? []).Select(message => $"{message!["role"]}: {message["content"]}")];

    /// <summary>The last message of the person who asks.</summary>
    public string LastQuestion =>
        (Body["messages"] as JsonArray ?? []).LastOrDefault(message => (string?)message!["role"] == "user")?["content"]?.ToString() ?? "";

    /// <summary>Done once the double has finished with it, in whichever way.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Done once the client has left before the end.</summary>
    public Task ClientLeft => _clientLeft.Task;

    /// <summary>Tokens that were sent although the client had left.</summary>
    public int TokensAfterClientLeft => Volatile.Read(ref _tokensAfterClientLeft);

    internal void Sent(bool isToken)
    {
        if (isToken && ClientLeft.IsCompleted)
        {
            Interlocked.Increment(ref _tokensAfterClientLeft);
        }
    }

    internal void End() => _ended.TrySetResult();
}
