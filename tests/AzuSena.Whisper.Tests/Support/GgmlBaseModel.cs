using AzuSena.Testing;
using AzuSena.Whisper.Conversion;
using AzuSena.Whisper.Ggml;

namespace AzuSena.Whisper.Support;

/// <summary>The same weights on Whisper.net, converted for the tests.</summary>
public sealed class GgmlBaseModel : SpeechModelFixture
{
    private readonly TemporaryFolder _folder;

    public GgmlBaseModel()
        : this(new TemporaryFolder())
    {
    }

    private GgmlBaseModel(TemporaryFolder folder)
        : base(options => GgmlModel.Load(Converted(folder), options)) => _folder = folder;

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }

    private static string Converted(TemporaryFolder folder)
    {
        var path = Path.Combine(folder.Path, "whisper-base.bin");
        using var file = File.Create(path);
        GgmlConversion.Convert(WhisperFactAttribute.Model, GgmlType.Q8, file);
        return path;
    }
}

/// <summary>One after the other, as with <see cref="UsesBaseModel"/>.</summary>
[CollectionDefinition(Name)]
public sealed class UsesGgmlModel : ICollectionFixture<GgmlBaseModel>
{
    public const string Name = "whisper-base-ggml";
}
