using System.IO.Pipelines;
using System.Threading.Channels;
using AzuSena.Api.Voice;
using AzuSena.Errors;
using AzuSena.Voice;
using AzuSena.Voice.Pacing;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Api.Tests.Voice;

public sealed class PacingTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    public async Task PacedBody_SenderStallsOrTakesTooLong_IsUploadTimeout(int seconds)
    {
        // Half the rate for the first case; well above it, but for too long, for the second.
        var piece = seconds == 60 ? 4_096 : 512;
        var pipe = new Pipe();
        await using var body = new PacedBody(pipe.Reader.AsStream(), new VoiceOptions { UploadSeconds = 60, MinUploadRate = 1024, StallSeconds = 10 }, _time);
        var buffer = new byte[8_192];
        var sending = async () =>
        {
            for (var second = 0; second < 120; second++)
            {
                var reading = body.ReadAsync(buffer);
                _time.Advance(TimeSpan.FromSeconds(1));
                await pipe.Writer.WriteAsync(new byte[piece]);
                await reading;
            }
        };

        (await sending.Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.UploadTimeout);
        _time.GetElapsedTime(0).TotalSeconds.Should().BeGreaterThanOrEqualTo(seconds);
    }

    [Fact]
    public async Task PacedBy_SpeakerStalls_IsToldOnceAndTheRestIsStillTaken()
    {
        var chunks = Channel.CreateUnbounded<byte[]>();
        var stalls = 0;
        await using var taking = chunks.Reader.ReadAllAsync()
            .PacedBy(new WaitBudget(TimeSpan.FromSeconds(10), bytesPerSecond: 128, _time), _ => stalls++, CancellationToken.None).GetAsyncEnumerator();
        await chunks.Writer.WriteAsync(new byte[100]);
        await taking.MoveNextAsync();

        // The wait for the second chunk begins before the clock moves.
        var second = taking.MoveNextAsync();
        _time.Advance(TimeSpan.FromSeconds(11));
        _time.Advance(TimeSpan.FromSeconds(11));
        await chunks.Writer.WriteAsync(new byte[1]);
        chunks.Writer.Complete();

        (await second).Should().BeTrue();
        (await taking.MoveNextAsync()).Should().BeFalse();
        stalls.Should().Be(1);
    }
}
