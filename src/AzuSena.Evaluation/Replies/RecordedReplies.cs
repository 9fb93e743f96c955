using System.Text.Encodings.Web;
using System.Text.Json;

namespace AzuSena.Evaluation.Replies;

/// <summary>
/// Replies of models, each in a file named after the hash of the messages that it answered: a change to a prompt or its passages requires another reply.
/// </summary>
/// <param name="folder">The folder of the files; created when the first reply is saved.</param>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class RecordedReplies(string folder)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private int _missing;

    /// <summary>The number of requests without a recorded reply.</summary>
    public int MissingCount => Volatile.Read(ref _missing);

    /// <summary>The reply to a prompt; null if none was recorded, which <see cref="MissingCount"/> then counts.</summary>
    public RecordedReply? Find(string hash)
    {
        if (File.Exists(PathOf(hash)))
        {
            return JsonSerializer.Deserialize<RecordedReply>(File.ReadAllText(PathOf(hash)), Json);
        }

        Interlocked.Increment(ref _missing);
        return null;
    }

    /// <summary>Saves a reply.</summary>
    public async Task KeepAsync(string hash, RecordedReply reply, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(PathOf(hash), JsonSerializer.Serialize(reply, Json) + "\n", cancellationToken);
    }

    private string PathOf(string hash) => Path.Combine(folder, $"{hash}.json");
}

/// <summary>A model's reply.</summary>
/// <param name="Model">The server and its model, such as <c>ollama:mistral:7b</c>.</param>
/// <param name="Text">Its whole reply.</param>
public sealed record RecordedReply(string Model, string Text);
