using System.Diagnostics;
using AzuSena.Testing;
using AzuSena.Whisper.Audio;
using AzuSena.Whisper.Ggml;
using AzuSena.Whisper.Support;

namespace AzuSena.Whisper.Conformance;

[Collection(UsesGgmlModel.Name)]
public sealed class GgmlEngineTests(GgmlBaseModel whisper) : SpeechEngineTests(whisper)
{
    private readonly GgmlBaseModel _whisper = whisper;

    // Between graphs alone, a cancellation would wait for the whole encoder, which is most of the time.
    [WhisperFact("fleurs-es/001.ogg")]
    public async Task TranscribeAsync_CancelledWithinTheEncoder_EndsThere()
    {
        var (samples, _) = await Clips.FleursAsync(1);
        var whole = Stopwatch.StartNew();
        await _whisper.Model.TranscribeAsync(new AudioClip(samples)).ToListAsync();
        whole.Stop();
        using var cancellation = new CancellationTokenSource(whole.Elapsed / 4);
        var rest = new Stopwatch();
        await using var registration = cancellation.Token.Register(rest.Start);

        var act = async () => await _whisper.Model.TranscribeAsync(new AudioClip(samples), cancellationToken: cancellation.Token).ToListAsync();

        await act.Should().ThrowAsync<OperationCanceledException>();
        rest.Elapsed.Should().BeLessThan(whole.Elapsed / 3, "the encoder alone takes longer");
    }

    [WhisperFact]
    public void Load_NoGgmlFile_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("modelo.bin", "no es un modelo");

        GgmlModel.IsModel(path).Should().BeFalse();
        FluentActions.Invoking(() => GgmlModel.Load(path)).Should().Throw<WhisperException>().WithMessage("*no ggml file*");
    }

    [WhisperFact]
    public void Load_FileCutOff_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "cortado.bin");
        File.WriteAllBytes(path, [.. "lmgg"u8, .. new byte[4096]]);

        FluentActions.Invoking(() => GgmlModel.Load(path)).Should().Throw<WhisperException>().WithMessage("*cannot load*");
    }
}

[Collection(UsesGgmlModel.Name)]
public sealed class GgmlClientTests(GgmlBaseModel whisper) : SpeechClientTests(whisper);
