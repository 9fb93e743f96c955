using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AzuSena.Memory.Embeddings.Onnx.Tokenization;
using AzuSena.Memory.Translation;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Embeddings.Onnx;

/// <summary>The model in one folder, with Apertium translation if its description requires it.</summary>
internal sealed class OnnxEmbedders(string name, string folder, IOptions<EmbeddingOptions> options, ApertiumTranslators translators) : IEmbedderProvider
{
    // The maximum length of one token in running text; the model would not read further text, so it is not translated.
    private const int CharactersPerToken = 8;

    private const int HashLength = 12;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Task<EmbedderOffer> ProbeAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(folder, EmbedderDescription.FileName)))
        {
            return Task.FromResult(EmbedderOffer.None($"no {EmbedderDescription.FileName} in {folder}"));
        }

        var description = EmbedderDescription.Read(folder);
        return Task.FromResult(description.Translate is { } direction && ApertiumMode.WhyMissing(direction) is { } missing ? EmbedderOffer.None(missing)
            : EmbedderOffer.Of(Key(description), stop => LoadAsync(description, stop)));
    }

    private async Task<Embedder> LoadAsync(EmbedderDescription description, CancellationToken cancellationToken)
    {
        var tokenizer = TokenizerFile.Load(Path.Combine(folder, description.Tokenizer.File), description.Tokenizer);
        var model = $"{description.Name}@{await HashAsync(description, cancellationToken)}";
        IEmbeddingGenerator<string, Embedding<float>> generator = new OnnxEmbeddingGenerator(
            new OnnxModel(Path.Combine(folder, description.Model), options.Value.Threads), tokenizer, description, options.Value.BatchSize);
        if (description.Translate is { } direction)
        {
            var mode = ApertiumMode.Find(direction);
            model += $"+{mode.Direction}@{mode.Revision}";
            generator = new TranslatingEmbeddingGenerator(generator, translators.Of(mode), description.MaxTokens * CharactersPerToken);
        }

        var prefixes = new ModelPrefixes(description.QuestionPrefix, description.PassagePrefix).Or(options.Value);
        var pooling = description.Pooling == Pooling.Cls ? "cls" : "mean";
        return await ProbedEmbedder.CreateAsync(
            generator, new("onnx", model, Dimension: 0, prefixes.Question, prefixes.Passage, pooling), description.Weight, options.Value, cancellationToken);
    }

    // Changes with any of the files, without reading them.
    private string Key(EmbedderDescription description) => string.Join(' ', Files(description).Append(EmbedderDescription.FileName)
        .Select(file => new FileInfo(Path.Combine(folder, file)))
        .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}"))
        .Append(description.Translate is { } direction
            ? File.GetLastWriteTimeUtc(ApertiumMode.PathOf(direction)).Ticks.ToString(CultureInfo.InvariantCulture)
            : ""));

    private async Task<string> HashAsync(EmbedderDescription description, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{description.MaxTokens} {description.Tokenizer}")));
        foreach (var file in Files(description))
        {
            await using var stream = File.OpenRead(Path.Combine(folder, file));
            hash.AppendData(await SHA256.HashDataAsync(stream, cancellationToken));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashLength];
    }

    // Large networks have their weights in a second file.
    private IEnumerable<string> Files(EmbedderDescription description) =>
        new[] { description.Model, description.Model + "_data", description.Tokenizer.File }.Where(file => File.Exists(Path.Combine(folder, file)));
}
