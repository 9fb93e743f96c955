using AzuSena.Errors;
using AzuSena.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Voice.Speaking;

/// <summary>With scripts in the place of eSpeak NG.</summary>
public sealed class SpeakerTests : IDisposable
{
    private const int BytesPerSecond = 44_100;
    private const string Header = @"printf 'RIFF$\360\377\177WAVEfmt \020\0\0\0\1\0\1\0\042\126\0\0\104\254\0\0\2\0\020\0data\0\360\377\177'";
    private const string Endless = $"cat > /dev/null; {Header}; exec cat /dev/zero";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WriteToAsync_LongerThanTheLongest_EndsThereOnAWholeSample()
    {
        using var speech = await Create(Endless, options => options.MaxSpeechSeconds = 2).SpeakAsync("Hola.", CancellationToken.None);
        using var wav = new MemoryStream();
        await speech.WriteToAsync(wav, CancellationToken.None);

        wav.Length.Should().Be(44 + (2 * BytesPerSecond));
        BitConverter.ToUInt32(wav.ToArray(), 4).Should().Be(uint.MaxValue);
        BitConverter.ToUInt32(wav.ToArray(), 40).Should().Be(uint.MaxValue);
    }

    [Fact]
    public async Task WriteToAsync_TwelveReadersWhoDoNotRead_HoldABufferEach()
    {
        const int Readers = 12;
        var speaker = Create(Endless);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var speeches = new List<Speech>();
        var readers = Enumerable.Range(0, Readers).Select(_ => new StuckStream()).ToList();
        foreach (var reader in readers)
        {
            var speech = await speaker.SpeakAsync("Hola.", CancellationToken.None);
            speeches.Add(speech);
            reader.Writing = speech.WriteToAsync(reader, reader.Leaving.Token);
        }

        await Task.WhenAll(readers.Select(reader => reader.IsStuck.Task));
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(Readers * 1_000_000);

        foreach (var (reader, speech) in readers.Zip(speeches))
        {
            await reader.Leaving.CancelAsync();
            await FluentActions.Awaiting(() => reader.Writing).Should().ThrowAsync<OperationCanceledException>();
            speech.Dispose();
        }
    }

    [Fact]
    public async Task WriteToAsync_ReaderStalls_GivesItsPlaceBack()
    {
        var speaker = Create(Endless, options => (options.MaxSpeeches, options.StallSeconds) = (1, 10));
        using var reader = new StuckStream();
        using (var speech = await speaker.SpeakAsync("Hola.", CancellationToken.None))
        {
            var writing = speech.WriteToAsync(reader, CancellationToken.None);
            await reader.IsStuck.Task;
            _time.Advance(TimeSpan.FromSeconds(10));

            await FluentActions.Awaiting(() => writing).Should().ThrowAsync<TimeoutException>();
        }

        using var next = await speaker.SpeakAsync("Hola.", CancellationToken.None);
    }

    [Fact]
    public async Task SpeakAsync_AnotherHoldsThePlace_WaitsForItAndNoLongerThanTheLimit()
    {
        var speaker = Create(Endless, options => (options.MaxSpeeches, options.SpeechTimeoutSeconds) = (1, 20));
        using var speech = await speaker.SpeakAsync("Hola.", CancellationToken.None);
        var waiting = speaker.SpeakAsync("Hola.", CancellationToken.None);
        waiting.IsCompleted.Should().BeFalse();
        _time.Advance(TimeSpan.FromSeconds(20));

        await ShouldFailAsync(waiting, ErrorCode.SpeechTimeout);
    }

    [Fact]
    public async Task SpeakAsync_ProgramSaysNothing_IsSpeechTimeoutAndEndsIt()
    {
        var begun = _folder.Combine("begun");
        var speaking = Create($"echo $$ > {begun}.new; mv {begun}.new {begun}; exec sleep 600").SpeakAsync("Hola.", CancellationToken.None);
        await Eventually.TrueAsync(() => File.Exists(begun));

        _time.Advance(TimeSpan.FromSeconds(20));

        await ShouldFailAsync(speaking, ErrorCode.SpeechTimeout);
    }

    [Theory]
    [InlineData("cat > /dev/null; exit 3")]
    [InlineData("cat > /dev/null; echo no es sonido, aunque tenga más bytes que una cabecera")]
    [InlineData($"cat > /dev/null; {Header}")]
    [InlineData("exit 0")]
    public async Task SpeakAsync_NoSound_IsSpeechUnavailable(string script) =>
        await ShouldFailAsync(Create(script).SpeakAsync("Hola.", CancellationToken.None), ErrorCode.SpeechUnavailable);

    [Fact]
    public async Task WriteToAsync_ProgramFailsInTheMiddle_IsNotTakenForTheEnd()
    {
        using var speech = await Create($"cat > /dev/null; {Header}; head -c 1000 /dev/zero; exit 3").SpeakAsync("Hola.", CancellationToken.None);

        await ShouldFailAsync(speech.WriteToAsync(Stream.Null, CancellationToken.None), ErrorCode.SpeechUnavailable);
    }

    [Fact]
    public async Task SpeakAsync_TextThatTakesTooLong_IsRefusedBeforeAnythingIsRun()
    {
        var run = _folder.Combine("run");

        await ShouldFailAsync(Create($"touch {run}").SpeakAsync(new string('W', 6_000), CancellationToken.None), ErrorCode.SpeechTooLong);
        File.Exists(run).Should().BeFalse();
    }

    [Fact]
    public async Task SpeakAsync_TheServicesKeys_DoNotReachTheProgram()
    {
        Environment.SetEnvironmentVariable("AZUSENA_TEST_SPEECH_KEY", "secreto");
        var printed = _folder.Combine("printed");
        using var speech = await Create($"env > {printed}; {Endless}").SpeakAsync("Hola.", CancellationToken.None);

        (await File.ReadAllTextAsync(printed)).Should().Contain("PATH=").And.NotContain("secreto");
    }

    private Speaker Create(string script, Action<VoiceOptions>? configure = null)
    {
        var options = new VoiceOptions { Espeak = ShellScript.Write(_folder, $"espeak-{Guid.NewGuid():N}.sh", script) };
        configure?.Invoke(options);
        return new Speaker(Options.Create(options), _time, NullLogger<Speaker>.Instance);
    }

    private static async Task ShouldFailAsync(Task work, ErrorCode code) =>
        (await FluentActions.Awaiting(() => work).Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(code);

    // Takes one piece and then no more.
    private sealed class StuckStream : MemoryStream
    {
        public TaskCompletionSource IsStuck { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Leaving { get; } = new();

        public Task Writing { get; set; } = Task.CompletedTask;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            IsStuck.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        }
    }
}
