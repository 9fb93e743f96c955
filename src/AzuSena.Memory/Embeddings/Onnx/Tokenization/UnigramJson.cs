using System.Text.Json;

namespace AzuSena.Memory.Embeddings.Onnx.Tokenization;

/// <summary>A <c>tokenizer.json</c> with a Unigram model, as for multilingual-e5, bge-m3 and other derivatives of XLM-RoBERTa.</summary>
internal static class UnigramJson
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="EmbeddingException">The file has parts that SentencePiece lacks.</exception>
    public static TextTokenizer Read(JsonElement file)
    {
        var model = file.GetProperty("model");
        if (model.TryGetProperty("byte_fallback", out var fallback) && fallback.GetBoolean())
        {
            throw new EmbeddingException("tokenizer.json falls back to bytes, which cannot be used.");
        }

        RequireMetaspace(file);
        var (steps, charsmap) = Normalization.From(file);
        var pieces = model.GetProperty("vocab").EnumerateArray()
            .Select((entry, id) => (Text: entry[0].GetString()!, Id: id, Score: entry[1].GetDouble()))
            .ToArray();
        var unknown = model.GetProperty("unk_id").GetInt32();
        var special = SpecialIds(file);
        var unigram = new UnigramModel(pieces.Where(piece => piece.Id != unknown && !special.Contains(piece.Id)), unknown, charsmap);
        var ids = pieces.DistinctBy(piece => piece.Text).ToDictionary(piece => piece.Text, piece => piece.Id);
        return new TextTokenizer(text => unigram.Encode(steps(text)), SpecialTokens.From(file, token => ids.TryGetValue(token, out var id) ? id : null));
    }

    private static HashSet<int> SpecialIds(JsonElement file) =>
        file.TryGetProperty("added_tokens", out var added) && added.ValueKind == JsonValueKind.Array
            ? [.. added.EnumerateArray().Where(token => token.GetProperty("special").GetBoolean()).Select(token => token.GetProperty("id").GetInt32())]
            : [];

    // Metaspace is SentencePiece's own handling of spaces, which includes splitting at white space first.
    private static void RequireMetaspace(JsonElement file)
    {
        var before = file.GetProperty("pre_tokenizer");
        var parts = before.GetProperty("type").GetString() == "Sequence" ? before.GetProperty("pretokenizers").EnumerateArray().ToArray() : [before];
        var types = parts.Select(part => part.GetProperty("type").GetString()).ToArray();
        if (types is not (["Metaspace"] or ["WhitespaceSplit", "Metaspace"]))
        {
            throw new EmbeddingException($"tokenizer.json splits words by {string.Join(", ", types)}, not by Metaspace.");
        }
    }
}
