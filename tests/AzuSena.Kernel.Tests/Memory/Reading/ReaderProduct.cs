using AzuSena.Memory.Embeddings.Onnx;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Translation;
using AzuSena.Models.ModelFiles;
using AzuSena.Settings;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Reading;

/// <summary>A store with a reader over it whose network gives each word its own log odds, in a folder of the test's own.</summary>
internal sealed class ReaderProduct : IDisposable
{
    private static readonly string[] Words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "yes", "no"];

    private readonly TemporaryFolder _folder = new();
    private readonly ApertiumTranslators _translators = new(TimeProvider.System, NullLogger<ApertiumTranslators>.Instance);

    public ReaderProduct(ReaderOptions? options = null, TimeProvider? time = null, bool isInstalled = true)
    {
        var reader = Options.Create(options ?? new ReaderOptions { Enabled = true });
        Store = Stores.Open(_folder);
        Reader = new PassageReader(Store, reader, time ?? TimeProvider.System, NullLogger<PassageReader>.Instance);
        Upkeep = new ReaderUpkeep(
            Store,
            Reader,
            _translators,
            reader,
            Options.Create(new ModelsOptions { Directory = _folder.Combine("models") }),
            Options.Create(new DataOptions { DataDirectory = _folder.Path }),
            TimeProvider.System,
            NullLogger<ReaderUpkeep>.Instance);
        if (isInstalled)
        {
            Install();
        }
    }

    public PassageStore Store { get; }

    public PassageReader Reader { get; }

    public ReaderUpkeep Upkeep { get; }

    public string Folder => _folder.Path;

    private string TokenizerFolder => Path.Combine(_folder.Path, "models", ModelCatalogue.DefaultEmbedder);

    private string ModelFolder => Path.Combine(_folder.Path, "models", ModelCatalogue.Reader);

    /// <summary>Puts the network and the tokenizer where the product looks for them: "yes" has log odds 2, "no" -3, all else 0.</summary>
    public void Install()
    {
        Directory.CreateDirectory(ModelFolder);
        Directory.CreateDirectory(TokenizerFolder);
        File.WriteAllBytes(
            Path.Combine(ModelFolder, "model_quantized.onnx"), TinyModel.Network([[9], [0], [9], [9], [2], [-3]], withTokenTypes: true, output: "logits"));
        File.WriteAllText(Path.Combine(TokenizerFolder, "tokenizer.json"), Tokenizer);
    }

    /// <summary>Replaces the network by something that is none.</summary>
    public void Break() => File.WriteAllText(Path.Combine(ModelFolder, "model_quantized.onnx"), "no network");

    public Task RefreshAsync() => Upkeep.RunAsync(progress: null, CancellationToken.None);

    public void Dispose()
    {
        Upkeep.Dispose();
        Reader.Dispose();
        _translators.Dispose();
        _folder.Dispose();
    }

    private static string Tokenizer => $$"""
        {
          "normalizer": { "type": "BertNormalizer", "lowercase": true, "strip_accents": null, "handle_chinese_chars": true },
          "pre_tokenizer": { "type": "BertPreTokenizer" },
          "post_processor": { "type": "BertProcessing", "sep": ["[SEP]", 3], "cls": ["[CLS]", 2] },
          "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "vocab": { {{string.Join(", ", Words.Index().Select(word => $"\"{word.Item}\": {word.Index}"))}} }
          }
        }
        """;
}
