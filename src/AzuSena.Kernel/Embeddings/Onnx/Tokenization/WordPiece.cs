using System.Text;
using System.Text.Json;
using Microsoft.ML.Tokenizers;

namespace AzuSena.Embeddings.Onnx.Tokenization;

/// <summary>BERT's tokenizer: words and punctuation, then the longest pieces of the vocabulary.</summary>
internal static class WordPiece
{
    /// <summary>From the lines of a <c>vocab.txt</c>: the id of a token is its line.</summary>
    /// <param name="vocabulary">The tokens.</param>
    /// <param name="lowercase">Whether the model knows small letters only; accents then go too, as in BERT's own code.</param>
    public static TextTokenizer FromVocabulary(IReadOnlyList<string> vocabulary, bool lowercase)
    {
        var special = new SpecialTokens([Id(vocabulary, "[CLS]")], [Id(vocabulary, "[SEP]")], Id(vocabulary, "[PAD]"));
        return Create(vocabulary, new BertOptions { LowerCaseBeforeTokenization = lowercase, RemoveNonSpacingMarks = lowercase }, special);
    }

    /// <summary>From a <c>tokenizer.json</c> whose model is WordPiece.</summary>
    /// <exception cref="EmbeddingException">It has parts that are not BERT's.</exception>
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
        var options = new BertOptions
        {
            UnknownToken = model.GetProperty("unk_token").GetString()!,
            LowerCaseBeforeTokenization = lowercase,
            RemoveNonSpacingMarks = accents.ValueKind == JsonValueKind.Null ? lowercase : accents.GetBoolean(),
            IndividuallyTokenizeCjk = normalizer.GetProperty("handle_chinese_chars").GetBoolean(),
        };
        return Create(InOrder(ids), options, SpecialTokens.From(file, token => ids.TryGetValue(token, out var id) ? id : null));
    }

    private static TextTokenizer Create(IEnumerable<string> vocabulary, BertOptions options, SpecialTokens special)
    {
        // A question that holds "[SEP]" means those letters, not the end of a text.
        options.SplitOnSpecialTokens = false;
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', vocabulary)));
        var tokenizer = BertTokenizer.Create(lines, options);
        return new TextTokenizer(text => tokenizer.EncodeToIds(text, addSpecialTokens: false), special);
    }

    private static JsonElement Part(JsonElement file, string name, string type)
    {
        var part = file.GetProperty(name);
        return part.ValueKind == JsonValueKind.Object && part.GetProperty("type").GetString() == type ? part
            : throw new EmbeddingException($"tokenizer.json has another {name} than {type}.");
    }

    private static string[] InOrder(Dictionary<string, int> ids)
    {
        var tokens = ids.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToArray();
        return ids[tokens[^1]] == tokens.Length - 1 ? tokens : throw new EmbeddingException("tokenizer.json leaves out ids.");
    }

    private static int Id(IReadOnlyList<string> vocabulary, string token)
    {
        for (var id = 0; id < vocabulary.Count; id++)
        {
            if (vocabulary[id] == token)
            {
                return id;
            }
        }

        throw new EmbeddingException($"The vocabulary lacks {token}.");
    }
}
