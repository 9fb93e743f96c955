using System.Text.Json;

namespace AzuSena.Whisper.Network;

/// <summary>The configuration in a model's JSON files.</summary>
/// <param name="MelBands">The number of bands of its spectrogram.</param>
/// <param name="DecoderLength">The maximum number of decoder tokens, including the context.</param>
/// <param name="Suppressed">Tokens that must never be generated.</param>
/// <param name="SuppressedFirst">Tokens that must not be generated first.</param>
internal sealed record ModelConfig(int MelBands, int DecoderLength, IReadOnlyList<int> Suppressed, IReadOnlyList<int> SuppressedFirst)
{
    /// <summary>Reads <c>config.json</c>, and <c>generation_config.json</c> and <c>preprocessor_config.json</c> if they exist.</summary>
    /// <exception cref="WhisperException"><c>config.json</c> is missing or is not that of a Whisper model.</exception>
    public static ModelConfig Read(string folder)
    {
        try
        {
            using var config = Parse(folder, "config.json") ?? throw new WhisperException($"{folder} has no config.json.");
            using var generation = Parse(folder, "generation_config.json");
            using var preprocessor = Parse(folder, "preprocessor_config.json");
            if (config.RootElement.TryGetProperty("model_type", out var type) && type.GetString() != "whisper")
            {
                throw new WhisperException($"{folder} holds a model of type {type.GetString()}, not whisper.");
            }

            return new ModelConfig(
                Number(config, "num_mel_bins")
                    ?? Number(preprocessor, "feature_size")
                    ?? throw new WhisperException($"{folder}/config.json has no num_mel_bins."),
                Number(config, "max_target_positions") ?? 448,
                List(generation, "suppress_tokens") ?? List(config, "suppress_tokens") ?? [],
                List(generation, "begin_suppress_tokens") ?? List(config, "begin_suppress_tokens") ?? []);
        }
        catch (Exception exception)
            when (exception is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or FormatException)
        {
            throw new WhisperException($"The description of the model in {folder} cannot be read: {exception.Message}", exception);
        }
    }

    private static JsonDocument? Parse(string folder, string name) =>
        Path.Combine(folder, name) is var path && File.Exists(path) ? JsonDocument.Parse(File.ReadAllBytes(path)) : null;

    private static int? Number(JsonDocument? document, string name) =>
        document is not null && document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    private static int[]? List(JsonDocument? document, string name) =>
        document is not null && document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.GetInt32())]
            : null;
}
