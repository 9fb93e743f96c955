using System.Security.Cryptography;
using System.Text;
using AzuSena.Testing;
using Microsoft.Extensions.Options;

namespace AzuSena.Models.ModelFiles;

/// <summary>The reader, which is made of MiniLM, in a folder of models of the test's own.</summary>
public sealed class DerivedModelTests : IDisposable
{
    private static readonly CatalogueModel Reader = ModelCatalogue.Find(ModelCatalogue.Reader);

    private readonly TemporaryFolder _folder = new();
    private readonly ModelStore _store;

    public DerivedModelTests() => _store = new(Options.Create(new ModelsOptions { Directory = _folder.Path }), [], TimeProvider.System);

    [MiniLmFact]
    public async Task Install_ReaderOverMiniLm_GivesItsFilesByHash()
    {
        Directory.CreateSymbolicLink(_folder.Combine("minilm"), MiniLmFactAttribute.Folder);
        var progress = new Bytes();

        await _store.InstallAsync(Reader, from: null, progress, CancellationToken.None);

        _store.IsInstalled(Reader).Should().BeTrue();
        progress.Sum.Should().Be(Reader.Bytes);
        foreach (var file in Reader.Files)
        {
            await using var made = File.OpenRead(_folder.Combine($"reader/{file.Name}"));
            Convert.ToHexStringLower(await SHA256.HashDataAsync(made)).Should().Be(file.Sha256);
        }
    }

    [Fact]
    public async Task Install_ReaderWithoutMiniLm_SaysWhatToInstallFirst()
    {
        await Installing().Should().ThrowAsync<ModelException>().WithMessage("reader*minilm*no está instalado*./azusena models pull minilm");

        LeftBehind().Should().BeEmpty();
    }

    [Fact]
    public async Task Install_ReaderOverADamagedMiniLm_SaysThatMiniLmIsDamaged()
    {
        _folder.Write("minilm/model_quantized.onnx", "dañado");

        await Installing().Should().ThrowAsync<ModelException>()
            .WithMessage("reader*model_quantized.onnx de minilm*su huella no coincide*models remove minilm*models pull minilm");

        LeftBehind().Should().BeEmpty();
    }

    // What the catalogue pins is what the assembly holds: another delta needs another integrity, so that installations notice it.
    [Fact]
    public async Task Resource_Delta_IsTheOneOfTheCatalogue()
    {
        await using var delta = DerivedModel.Resource("reader.delta");

        $"sha512-{Convert.ToBase64String(await SHA512.HashDataAsync(delta))}".Should().Be(Reader.Integrity);
    }

    [Fact]
    public async Task Resource_Notice_IsTheOneOfTheCatalogueAndNamesEveryLicence()
    {
        await using var notice = DerivedModel.Resource("reader.notice.md");
        using var text = new StreamReader(notice);
        var content = await text.ReadToEndAsync();

        var pinned = Reader.Files.Single(file => file.Name == "NOTICE.md").Sha256;
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))).Should().Be(pinned);
        content.Should().ContainAll("Apache-2.0", "MIT", "CC BY 4.0", "CC BY-SA 3.0");
    }

    public void Dispose() => _folder.Dispose();

    private Func<Task> Installing() => FluentActions.Awaiting(() => _store.InstallAsync(Reader, from: null, progress: null, CancellationToken.None));

    private IEnumerable<string> LeftBehind() => Directory.EnumerateDirectories(_folder.Path, "*reader*");

    private sealed class Bytes : IProgress<long>
    {
        public long Sum { get; private set; }

        public void Report(long value) => Sum += value;
    }
}
