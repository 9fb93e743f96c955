using AzuSena.Whisper.Features;
using AzuSena.Whisper.Network;
using AzuSena.Whisper.Tokens;

namespace AzuSena.Whisper.Conversion;

/// <summary>Makes a ggml file, which whisper.cpp reads, of an ONNX export: its 8-bit weights are multiplied out and stored again.</summary>
public static class GgmlConversion
{
    /// <summary>Converts a model.</summary>
    /// <param name="folder">The files of the ONNX export: see <see cref="WhisperModel.Load(string, WhisperModelOptions?)"/>.</param>
    /// <param name="type">How the weights are to be stored.</param>
    /// <param name="target">Receives the file.</param>
    /// <param name="progress">Receives the share of the weights written so far, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="WhisperException">The export is incomplete, or quantised in an unsupported way; the message says what is missing.</exception>
    public static void Convert(string folder, GgmlType type, Stream target, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        var files = ModelFiles.Find(folder);
        var config = ModelConfig.Read(folder);
        var sizes = ModelSizes.Read(folder, config);
        var vocabulary = VocabularyFiles.Read(folder);
        OnnxWeights[] parts = [new(File.ReadAllBytes(files.Encoder), "encoder"), new(File.ReadAllBytes(files.Decoder), "decoder")];
        var names = parts.SelectMany(part => part.Names.Select(name => (Part: part, Name: name, Ggml: GgmlNames.Of(name))))
            .Where(weight => weight.Ggml is not null)
            .ToArray();
        if (sizes.Missing([.. names.Select(weight => weight.Ggml!)]) is { Count: > 0 } missing)
        {
            throw new WhisperException($"The export in {folder} has no {string.Join(", ", missing.Take(3))}.");
        }

        var writer = new GgmlWriter(target, type);
        writer.Header(sizes.All);
        writer.Filters(new MelFilters(config.MelBands));
        writer.Vocabulary([.. Enumerable.Range(0, vocabulary.EndOfText).Select(token => vocabulary.BytesOf(token).ToArray())]);
        for (var index = 0; index < names.Length; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (dimensions, values) = names[index].Part.Read(names[index].Name);
            writer.Weight(names[index].Ggml!, dimensions, values);
            progress?.Report((index + 1.0) / names.Length);
        }
    }
}
