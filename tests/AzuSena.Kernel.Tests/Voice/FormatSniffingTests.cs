using AzuSena.Testing.Voice;
using AzuSena.Voice.Recordings;

namespace AzuSena.Voice;

public sealed class FormatSniffingTests
{
    [VoiceToolTheory("ffmpeg")]
    [InlineData("wav", RecordingFormat.Wav)]
    [InlineData("mp3", RecordingFormat.Mp3)]
    [InlineData("ogg", RecordingFormat.Ogg)]
    [InlineData("vorbis", RecordingFormat.Ogg)]
    [InlineData("webm", RecordingFormat.WebM)]
    [InlineData("m4a", RecordingFormat.Mp4)]
    [InlineData("flac", RecordingFormat.Flac)]
    [InlineData("aac", RecordingFormat.Aac)]
    public async Task Sniff_RealRecording_IsTold(string format, RecordingFormat expected)
    {
        var recording = await Clips.EncodeAsync(await Clips.ToneAsync(440, seconds: 0.3), Clips.Encoding(format));

        FormatSniffing.Sniff(recording.AsSpan(0, FormatSniffing.Length)).Should().Be(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("23455854")]
    [InlineData("52494646")]
    [InlineData("524946462400000041564920")]
    [InlineData("ff")]
    [InlineData("ffffffff")]
    [InlineData("fff0ffff")]
    [InlineData("ffe30000")]
    [InlineData("89504e470d0a1a0a")]
    public void Sniff_AnythingElse_IsNothing(string hex) => FormatSniffing.Sniff(Convert.FromHexString(hex)).Should().BeNull();
}
