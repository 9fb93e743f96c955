using System.Text.Json;

namespace AzuSena.Whisper.Tokens;

/// <summary>Reads a vocabulary from <c>tokenizer.json</c>, or from <c>vocab.json</c>, <c>merges.txt</c> and <c>added_tokens.json</c>.</summary>
internal static class VocabularyFiles
{
    /// <exception cref="WhisperException">The files are missing or are not a Whisper vocabulary.</exception>
    public static TokenVocabulary Read(string folder)
    {
        var tokenizer = Path.Combine(folder, "tokenizer.json");
        try
        {
            return File.Exists(tokenizer) ? FromTokenizer(tokenizer) : FromLists(folder);
        }
        catch (Exception exception)
            when (exception is JsonException or IOException or UnauthorizedAccessException
                or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new WhisperException($"The tokenizer in {folder} cannot be read: {exception.Message}", exception);
        }
    }

    private static TokenVocabulary FromTokenizer(string path)
    {
        using var document = Parse(path);
        var model = document.RootElement.GetProperty("model");
        var special = document.RootElement.GetProperty("added_tokens").EnumerateArray()
            .ToDictionary(token => token.GetProperty("content").GetString()!, token => token.GetProperty("id").GetInt32());
        var merges = model.GetProperty("merges").EnumerateArray().Select(pair => pair.ValueKind == JsonValueKind.String
            ? Pair(pair.GetString()!)
            : (pair[0].GetString()!, pair[1].GetString()!));
        return new TokenVocabulary(Ids(model.GetProperty("vocab")), special, [.. merges]);
    }

    private static TokenVocabulary FromLists(string folder)
    {
        var path = Path.Combine(folder, "vocab.json");
        if (!File.Exists(path))
        {
            throw new WhisperException($"{folder} has neither tokenizer.json nor vocab.json.");
        }

        using var document = Parse(path);
        var pieces = Ids(document.RootElement);
        var special = pieces
            .Where(pair => pair.Key.StartsWith("<|", StringComparison.Ordinal) && pair.Key.EndsWith("|>", StringComparison.Ordinal))
            .ToDictionary();
        var added = Path.Combine(folder, "added_tokens.json");
        if (File.Exists(added))
        {
            using var more = Parse(added);
            foreach (var (name, id) in Ids(more.RootElement))
            {
                special[name] = id;
            }
        }

        var merges = Path.Combine(folder, "merges.txt");
        return new TokenVocabulary(
            pieces,
            special,
            File.Exists(merges)
                ? [.. File.ReadLines(merges).Where(line => line.Length > 0 && !line.StartsWith("#version", StringComparison.Ordinal)).Select(Pair)]
                : []);
    }

    private static JsonDocument Parse(string path) => JsonDocument.Parse(File.ReadAllBytes(path));

    private static Dictionary<string, int> Ids(JsonElement map) => map.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetInt32());

    private static (string Left, string Right) Pair(string line) =>
        line.Split(' ') is [var left, var right] ? (left, right) : throw new FormatException($"“{line}” is no pair of pieces.");
}
