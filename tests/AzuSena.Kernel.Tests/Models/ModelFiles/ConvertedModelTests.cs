using System.Security.Cryptography;
using AzuSena.Testing;

namespace AzuSena.Models.ModelFiles;

public sealed class ConvertedModelTests : IDisposable
{
    private const string Original = "original";
    private static readonly byte[] Reversed = [.. "original"u8.ToArray().Reverse()];
    private static readonly CatalogueModel Converted = Model("whisper-doble-ggml", "doble.bin", Reversed);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Build_OriginalInstalled_WritesWhatTheConversionMakes()
    {
        _folder.Write("original/pesos.onnx", Original);

        await BuildAsync(Converted);

        File.ReadAllBytes(Path.Combine(_folder.Path, "hecho", "doble.bin")).Should().Equal(Reversed);
        Directory.GetFiles(Path.Combine(_folder.Path, "hecho")).Should().ContainSingle("nothing is left of the work");
    }

    [Fact]
    public async Task Build_OriginalMissing_SaysWhatToPull() =>
        await FluentActions.Awaiting(() => BuildAsync(Converted)).Should().ThrowAsync<ModelException>().WithMessage("*models pull whisper-doble*");

    [Fact]
    public async Task Build_OtherBytesThanTheCatalogue_IsRefused()
    {
        _folder.Write("original/pesos.onnx", "otro");

        await FluentActions.Awaiting(() => BuildAsync(Converted)).Should().ThrowAsync<ModelException>();
    }

    [Fact]
    public void Catalogue_ConvertedModels_NameTheirFilesHashAsIntegrity() =>
        ModelCatalogue.Models.Where(model => model.Base?.Conversion is not null).Should().NotBeEmpty().And.OnlyContain(model =>
            model.Integrity == $"sha256-{Convert.ToBase64String(Convert.FromHexString(model.Files.Single().Sha256))}");

    public void Dispose() => _folder.Dispose();

    private Task BuildAsync(CatalogueModel model) => ConvertedModel.BuildAsync(
        model,
        new Reversal(),
        Path.Combine(_folder.Path, "original"),
        Directory.CreateDirectory(Path.Combine(_folder.Path, "hecho")).FullName,
        progress: null,
        CancellationToken.None);

    private static CatalogueModel Model(string name, string file, byte[] bytes) => new(
        name, "", "", null, null, "", [new CatalogueFile(file, file, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)))],
        new Dictionary<string, System.Text.Json.JsonElement>(), new CatalogueBase("whisper-doble", "pesos.onnx", "reversal"));

    private sealed class Reversal : IModelConversion
    {
        public string Name => "reversal";

        public void Convert(string folder, Stream target, CancellationToken cancellationToken) =>
            target.Write([.. File.ReadAllBytes(Path.Combine(folder, "pesos.onnx")).Reverse()]);
    }
}
