namespace AzuSena.Whisper.Conversion;

/// <summary>The names of weights in whisper.cpp's files, which are those of openai/whisper (<c>convert-h5-to-ggml.py</c>).</summary>
internal static class GgmlNames
{
    // The longer name stands first if another begins with the same words.
    private static readonly (string Exported, string Ggml)[] Parts =
    [
        (".embed_positions.weight", ".positional_embedding"),
        (".embed_tokens.", ".token_embedding."),
        (".layers.", ".blocks."),
        (".self_attn_layer_norm.", ".attn_ln."),
        (".encoder_attn_layer_norm.", ".cross_attn_ln."),
        (".final_layer_norm.", ".mlp_ln."),
        (".self_attn.", ".attn."),
        (".encoder_attn.", ".cross_attn."),
        (".q_proj.", ".query."),
        (".k_proj.", ".key."),
        (".v_proj.", ".value."),
        (".out_proj.", ".out."),
        (".fc1.", ".mlp.0."),
        (".fc2.", ".mlp.2."),
        ("encoder.layer_norm.", "encoder.ln_post."),
        ("decoder.layer_norm.", "decoder.ln."),
    ];

    // The product over the vocabulary uses the embedding's weights again.
    private static readonly string[] Ignored = ["decoder.proj_out.weight"];

    /// <summary>The name in the file; null if it has no such weight.</summary>
    /// <param name="exported">The name in the export.</param>
    public static string? Of(string exported) =>
        Ignored.Contains(exported) ? null : Parts.Aggregate(exported, (name, part) => name.Replace(part.Exported, part.Ggml, StringComparison.Ordinal));
}
