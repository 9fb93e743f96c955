using AzuSena.Models.ModelFiles;
using AzuSena.Testing;

namespace AzuSena.Voice.Transcribing;

public sealed class ModelChoiceTests : IDisposable
{
    private const string Small = "whisper-small";
    private const string Twin = "whisper-small-ggml";

    private readonly TemporaryFolder _models = new();

    [Theory]
    [InlineData("auto", false, Small, "menos yerra")]
    [InlineData("onnx", true, Small, "pide onnx")]
    [InlineData("auto", true, Twin, "tarjeta")]
    [InlineData("whisper.net", false, Twin, "pide whisper.net")]
    public void Of_BothInstalled_TakesWhatSuitsTheMachineOrTheSetting(string engine, bool hasCard, string expected, string reason)
    {
        Install(Small);
        InstallGgml(Twin);

        var choice = Choose(new VoiceOptions { Engine = engine }, hasCard);

        Path.GetFileName(choice.Place.IsGgml ? Path.GetDirectoryName(choice.Place.Path) : choice.Place.Path).Should().Be(expected);
        choice.Place.IsGgml.Should().Be(expected == Twin);
        choice.Reason.Should().Contain(reason);
    }

    [Fact]
    public void Of_OnlyTheGgmlFile_IsTaken()
    {
        InstallGgml(Twin);

        Choose(new VoiceOptions()).Place.IsGgml.Should().BeTrue();
    }

    [Theory]
    [InlineData("auto", "models pull whisper-small")]
    [InlineData("onnx", "models pull whisper-small")]
    [InlineData("whisper.net", "models pull whisper-small-ggml")]
    public void Of_NothingInstalled_SaysWhatToPull(string engine, string message) =>
        FluentActions.Invoking(() => Choose(new VoiceOptions { Engine = engine })).Should().Throw<ModelException>().WithMessage($"*{message}");

    [Fact]
    public void Of_OwnFile_IsTakenByPath()
    {
        var file = InstallGgml("mio");

        var choice = Choose(new VoiceOptions { Model = file });

        choice.Place.Should().Be(new ModelPlace(file, IsGgml: true));
        ModelChoice.NameOf(new VoiceOptions { Model = file }).Should().Be("ggml-model.bin");
    }

    [Theory]
    [InlineData("onnx")]
    [InlineData("whisper.net")]
    public void Of_EngineThatCannotReadIt_SaysWhichReadsWhat(string engine)
    {
        var path = engine == "onnx" ? InstallGgml("mio") : Install("mio");

        FluentActions.Invoking(() => Choose(new VoiceOptions { Engine = engine, ModelDirectory = path }))
            .Should().Throw<ModelException>().WithMessage($"*{engine} no lee*ggml*");
    }

    [Fact]
    public void Of_NameThatLeavesTheFolder_IsAPath() =>
        FluentActions.Invoking(() => Choose(new VoiceOptions { Model = "../fuera" })).Should().Throw<ModelException>();

    public void Dispose() => _models.Dispose();

    private ModelChoice Choose(VoiceOptions options, bool hasCard = false) => ModelChoice.Of(options, _models.Path, hasCard);

    private string Install(string name) => Path.GetDirectoryName(_models.Write($"{name}/config.json", "{}"))!;

    private string InstallGgml(string name) => _models.Write($"{name}/ggml-model.bin", "lmgg…");
}
