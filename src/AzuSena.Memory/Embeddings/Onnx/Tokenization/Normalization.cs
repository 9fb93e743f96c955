using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AzuSena.Memory.Embeddings.Onnx.Tokenization;

/// <summary>The <c>normalizer</c> of a Unigram <c>tokenizer.json</c>: SentencePiece's compiled map, and the simple steps that may precede it.</summary>
internal static class Normalization
{
    /// <summary>Reads the normalizer.</summary>
    /// <returns>The function to apply to a text first, and the map that SentencePiece applies next; empty for none.</returns>
    /// <exception cref="EmbeddingException">A step is unknown: skipping it would give pieces that the model was not trained with.</exception>
    public static (Func<string, string> Steps, CharsMap Charsmap) From(JsonElement file)
    {
        var charsmap = Array.Empty<byte>();
        List<Func<string, string>> steps = [];
        foreach (var step in Parts(file.GetProperty("normalizer")))
        {
            var type = step.GetProperty("type").GetString();
            if (type == "Precompiled" && charsmap.Length == 0)
            {
                charsmap = step.GetProperty("precompiled_charsmap").GetBytesFromBase64();
            }
            else if (!IsRunOfSpaces(step))
            {
                steps.Add(charsmap.Length == 0 ? Step(type, step) : throw Unknown($"{type} after Precompiled"));
            }
        }

        return (text => steps.Aggregate(WellFormed(text), (current, step) => step(current)), new CharsMap(charsmap));
    }

    private static IEnumerable<JsonElement> Parts(JsonElement normalizer) => normalizer.ValueKind != JsonValueKind.Object ? []
        : normalizer.GetProperty("type").GetString() == "Sequence" ? normalizer.GetProperty("normalizers").EnumerateArray().SelectMany(Parts)
        : [normalizer];

    private static Func<string, string> Step(string? type, JsonElement step) => type switch
    {
        "NFC" => text => text.Normalize(NormalizationForm.FormC),
        "NFD" => text => text.Normalize(NormalizationForm.FormD),
        "NFKC" => text => text.Normalize(NormalizationForm.FormKC),
        "NFKD" => text => text.Normalize(NormalizationForm.FormKD),
        "Lowercase" => text => text.ToLowerInvariant(),
        "StripAccents" => WithoutMarks,
        "Replace" when step.GetProperty("pattern").TryGetProperty("String", out var pattern)
            => Replace(pattern.GetString()!, step.GetProperty("content").GetString()!),
        _ => throw Unknown(type),
    };

    private static Func<string, string> Replace(string pattern, string content) => text => text.Replace(pattern, content, StringComparison.Ordinal);

    private static EmbeddingException Unknown(string? type) => new($"tokenizer.json normalises by {type}, which is not known.");

    // { "Replace": " {2,}" → " " } equals SentencePiece's own removal of extra spaces; newer files have it after the map, with ▁ or a space.
    private static bool IsRunOfSpaces(JsonElement step) =>
        step.TryGetProperty("pattern", out var pattern) && pattern.TryGetProperty("Regex", out var regex) && regex.GetString() == " {2,}";

    private static string WithoutMarks(string text) =>
        string.Concat(text.Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));

    // Normalize throws on an unpaired surrogate; it becomes the replacement character.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
