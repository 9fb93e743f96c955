using System.Text.Json;

namespace AzuSena.Memory.Embeddings.Onnx.Tokenization;

/// <summary>The token ids around a text, such as <c>[CLS] … [SEP]</c> or <c>&lt;s&gt; … &lt;/s&gt;</c>, and the padding id.</summary>
/// <param name="Before">The ids before the text.</param>
/// <param name="After">The ids after the text.</param>
/// <param name="Padding">The id that pads the shorter texts of a batch.</param>
internal sealed record SpecialTokens(IReadOnlyList<int> Before, IReadOnlyList<int> After, int Padding)
{
    private static readonly string[] PaddingNames = ["[PAD]", "<pad>"];

    /// <summary>Reads them from the <c>post_processor</c> of a <c>tokenizer.json</c>.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="id">Returns the id of a token, or null if the vocabulary lacks it.</param>
    /// <exception cref="EmbeddingException">The kind of post-processor is unknown.</exception>
    public static SpecialTokens From(JsonElement file, Func<string, int?> id)
    {
        var padding = PaddingNames.Select(id).FirstOrDefault(known => known is not null) ?? 0;
        return file.TryGetProperty("post_processor", out var processor) && processor.ValueKind == JsonValueKind.Object
            ? processor.GetProperty("type").GetString() switch
            {
                "TemplateProcessing" => Template(processor, padding),
                "RobertaProcessing" or "BertProcessing" => new([Second(processor, "cls")], [Second(processor, "sep")], padding),
                var other => throw new EmbeddingException($"tokenizer.json has a post_processor of type {other}, which is not known."),
            }
            : new([], [], padding);
    }

    private static SpecialTokens Template(JsonElement processor, int padding)
    {
        List<int> before = [], after = [];
        var ids = processor.GetProperty("special_tokens");
        var side = before;
        foreach (var part in processor.GetProperty("single").EnumerateArray())
        {
            if (part.TryGetProperty("SpecialToken", out var token))
            {
                side.AddRange(ids.GetProperty(token.GetProperty("id").GetString()!).GetProperty("ids").EnumerateArray().Select(element => element.GetInt32()));
            }
            else
            {
                side = after;
            }
        }

        return new(before, after, padding);
    }

    // "cls": ["<s>", 0]
    private static int Second(JsonElement processor, string name) => processor.GetProperty(name)[1].GetInt32();
}
