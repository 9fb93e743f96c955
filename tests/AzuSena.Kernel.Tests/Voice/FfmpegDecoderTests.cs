using AzuSena.Errors;
using AzuSena.Testing;
using AzuSena.Voice.Decoding;
using AzuSena.Voice.Recordings;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Voice;

/// <summary>With a script in the place of ffmpeg.</summary>
public sealed class FfmpegDecoderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task DecodeAsync_FfmpegDoesNotEnd_IsTranscriptionTimeout()
    {
        var time = new FakeTimeProvider();
        var options = Options.Create(new VoiceOptions { Ffmpeg = ShellScript.Write(_folder, "ffmpeg.sh", "head -c 64000 /dev/zero; sleep 600") });
        var decoder = new FfmpegDecoder(options, time, NullLogger<FfmpegDecoder>.Instance);
        using var recording = new Recording(_folder.Write("recording", ""), length: 0, RecordingFormat.Ogg, () => { });
        var decoding = decoder.DecodeAsync(recording, CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(30));

        (await FluentActions.Awaiting(() => decoding).Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.TranscriptionTimeout);
    }
}
