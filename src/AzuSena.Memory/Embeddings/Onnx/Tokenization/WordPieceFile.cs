using System.Text.Json;

namespace AzuSena.Memory.Embeddings.Onnx.Tokenization;

/// <summary>The files of BERT's tokenizer.</summary>
internal static class WordPieceFile
{
    /// <summary>Reads the lines of a <c>vocab.txt</c>: the id of a token is its line number.</summary>
    /// <param name="vocabulary">The tokens.</param>
    /// <param name="lowercase">Whether the model only knows lower case; accents are then removed too, as in BERT's own code.</param>
    /// <exception cref="EmbeddingException">A special token is missing.</exception>
    public static TextTokenizer FromVocabulary(IReadOnlyList<string> vocabulary, bool lowercase)
    {
        var ids = vocabulary.Index().DistinctBy(token => token.Item).ToDictionary(token => token.Item, token => token.Index);
        var special = new SpecialTokens([Id(ids, "[CLS]")], [Id(ids, "[SEP]")], Id(ids, "[PAD]"));
        return Create(ids, "[UNK]", new(lowercase, StripAccents: lowercase), special);
    }

    /// <summary>Reads a <c>tokenizer.json</c> with a WordPiece model.</summary>
    /// <exception cref="EmbeddingException">The file has parts that BERT lacks.</exception>
    public static TextTokenizer FromJson(JsonElement file)
    {
        var normalizer = Part(file, "normalizer", "BertNormalizer");
        Part(file, "pre_tokenizer", "BertPreTokenizer");
        var model = file.GetProperty("model");
        if (model.TryGetProperty("continuing_subword_prefix", out var prefix) && prefix.GetString() != "##")
        {
            throw new EmbeddingException("tokenizer.json marks continued words by something else than ##.");
        }

        var ids = model.GetProperty("vocab").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetInt32());
        var lowercase = normalizer.GetProperty("lowercase").GetBoolean();
        var accents = normalizer.GetProperty("strip_accents");
        var rules = new WordPieceRules(
            lowercase,
            accents.ValueKind == JsonValueKind.Null ? lowercase : accents.GetBoolean(),
            normalizer.GetProperty("handle_chinese_chars").GetBoolean());
        return Create(
            ids,
            model.GetProperty("unk_token").GetString()!,
            rules,
            SpecialTokens.From(file, token => ids.TryGetValue(token, out var id) ? id : null));
    }

    // "[SEP]" in a question is plain text, not the special token; brackets are punctuation, so no piece of it equals the token.
    private static TextTokenizer Create(Dictionary<string, int> ids, string unknown, WordPieceRules rules, SpecialTokens special) =>
        new(new WordPieceModel(ids, Id(ids, unknown), rules).Encode, special);

    private static JsonElement Part(JsonElement file, string name, string type)
    {
        var part = file.GetProperty(name);
        return part.ValueKind == JsonValueKind.Object && part.GetProperty("type").GetString() == type ? part
            : throw new EmbeddingException($"tokenizer.json has another {name} than {type}.");
    }

    private static int Id(Dictionary<string, int> ids, string token) =>
        ids.TryGetValue(token, out var id) ? id : throw new EmbeddingException($"The vocabulary lacks {token}.");
}
