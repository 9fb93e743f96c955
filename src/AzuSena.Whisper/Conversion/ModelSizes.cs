using System.Text.Json;
using AzuSena.Whisper.Network;

namespace AzuSena.Whisper.Conversion;

/// <summary>The sizes of a model, from its <c>config.json</c>.</summary>
/// <param name="All">
/// In the order of whisper.cpp's header: vocabulary; context, width, heads and layers of the encoder; those of the decoder; mel bands.
/// </param>
internal sealed record ModelSizes(IReadOnlyList<int> All)
{
    private const int EncoderLayers = 4;
    private const int DecoderLayers = 8;

    private static readonly string[] Outer =
    [
        "encoder.conv1.weight", "encoder.conv1.bias", "encoder.conv2.weight", "encoder.conv2.bias", "encoder.positional_embedding",
        "encoder.ln_post.weight", "encoder.ln_post.bias", "decoder.positional_embedding", "decoder.token_embedding.weight",
        "decoder.ln.weight", "decoder.ln.bias",
    ];

    private static readonly string[] OfAttention = [".query.weight", ".query.bias", ".key.weight", ".value.weight", ".value.bias", ".out.weight", ".out.bias"];

    private static readonly string[] OfLayer =
    [
        .. OfAttention.Select(end => ".attn" + end), ".attn_ln.weight", ".attn_ln.bias",
        ".mlp.0.weight", ".mlp.0.bias", ".mlp.2.weight", ".mlp.2.bias", ".mlp_ln.weight", ".mlp_ln.bias",
    ];

    private static readonly string[] OfCross = [.. OfAttention.Select(end => ".cross_attn" + end), ".cross_attn_ln.weight", ".cross_attn_ln.bias"];

    /// <summary>Reads the sizes.</summary>
    /// <exception cref="WhisperException">One is missing.</exception>
    public static ModelSizes Read(string folder, ModelConfig config)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "config.json")));
        return new ModelSizes(
        [
            Number("vocab_size"),
            Number("max_source_positions"), Number("d_model"), Number("encoder_attention_heads"), Number("encoder_layers"),
            Number("max_target_positions"), Number("d_model"), Number("decoder_attention_heads"), Number("decoder_layers"),
            config.MelBands,
        ]);

        int Number(string name) => document.RootElement.TryGetProperty(name, out var value) && value.TryGetInt32(out var number)
            ? number
            : throw new WhisperException($"{folder}/config.json has no {name}.");
    }

    /// <summary>The weights that a model of these sizes needs and that are not among some.</summary>
    /// <param name="present">Names in the file.</param>
    public IReadOnlyList<string> Missing(HashSet<string> present) =>
    [
        .. Outer
            .Concat(Layers("encoder", All[EncoderLayers], OfLayer))
            .Concat(Layers("decoder", All[DecoderLayers], [.. OfLayer, .. OfCross]))
            .Where(name => !present.Contains(name)),
    ];

    private static IEnumerable<string> Layers(string part, int count, string[] ends) =>
        from layer in Enumerable.Range(0, count)
        from end in ends
        select $"{part}.blocks.{layer}{end}";
}
