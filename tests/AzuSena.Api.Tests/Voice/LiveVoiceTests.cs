using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using AzuSena.Api.Tests.Support;
using AzuSena.Api.Voice;
using AzuSena.Errors;
using AzuSena.Testing;
using AzuSena.Testing.Voice;
using Microsoft.AspNetCore.SignalR.Client;

namespace AzuSena.Api.Tests.Voice;

public sealed class LiveVoiceTests
{
    private const int Chunk = 4_000;

    [Theory]
    [InlineData("pcm16")]
    [InlineData("wav")]
    public async Task AskByVoice_Chunks_AreHeardAndAnswered(string format)
    {
        await using var api = await VoiceApi.StartAsync();
        await using var client = await ChatClient.ConnectAsync(api.Api);
        var wav = await Clips.ToneAsync(SpeechDouble.Card, seconds: 3);
        var events = await StreamAsync(client, Chunks(format == "wav" ? wav : wav[44..]), format);

        ShouldBeAnswered(events, SpeechDouble.CardQuestion);
        events[^1].GetProperty("answer").Lasting().Should().Be((await api.Client.AskAsync(SpeechDouble.CardQuestion)).Lasting());
    }

    [VoiceToolTheory("ffmpeg")]
    [InlineData("webm")]
    [InlineData("ogg")]
    [InlineData("mp3")]
    [InlineData("m4a")]
    public async Task AskByVoice_WhatABrowserRecords_IsHeard(string format)
    {
        await using var api = await VoiceApi.StartAsync();
        await using var client = await ChatClient.ConnectAsync(api.Api);
        var recording = await Clips.EncodeAsync(await Clips.ToneAsync(SpeechDouble.Card, seconds: 2), Clips.Encoding(format));
        var events = await StreamAsync(client, Chunks(recording), new { format = "audio/webm;codecs=opus" });

        ShouldBeAnswered(events, SpeechDouble.CardQuestion);
        api.Left.Should().BeEmpty();
    }

    [VoiceToolTheory("ffmpeg")]
    [InlineData("webm")]
    [InlineData("m4a")]
    public async Task AskByVoice_OnePlaceAndNobodyElse_IsHeardInEachFormat(string format)
    {
        await using var api = await VoiceApi.StartAsync(speech: null, "--Voice:MaxConcurrent=1", "--Voice:MaxWaiting=0");
        await using var client = await ChatClient.ConnectAsync(api.Api);
        var recording = await Clips.EncodeAsync(await Clips.ToneAsync(SpeechDouble.Card, seconds: 1), Clips.Encoding(format));

        ShouldBeAnswered(await StreamAsync(client, Chunks(recording), new { format }), SpeechDouble.CardQuestion);
    }

    [Fact]
    public async Task AskByVoice_MicrophoneThatSendsNothing_TakesAPlaceOfItsAddressAndNoneForHearing()
    {
        // The silent one may be silent for as long as the other takes, on a slow machine too.
        await using var api = await VoiceApi.StartAsync(
            speech: null, "--Voice:MaxConcurrent=1", "--Voice:MaxWaiting=0", "--Voice:RecordingsPerAddress=2", "--Voice:MaxRecordings=2",
            "--Voice:StallSeconds=600");
        await using var client = await ChatClient.ConnectAsync(api.Api);
        var silent = Channel.CreateUnbounded<byte[]>();
        var waiting = StreamAsync(client, silent.Reader.ReadAllAsync(), "wav");
        await Eventually.TrueAsync(() => HasOneRecording(api.Api.Get<VoiceSlots>()));
        ShouldBeAnswered(await StreamAsync(client, Chunks(await Clips.ToneAsync(SpeechDouble.Card)), "wav"), SpeechDouble.CardQuestion);

        waiting.IsCompleted.Should().BeFalse();
        silent.Writer.Complete();
        (await waiting)[^1].Text("code").Should().Be("audio_invalid");
    }

    // Of two slots one is taken.
    private static bool HasOneRecording(VoiceSlots slots)
    {
        using var other = slots.EnterRecording("otra");
        try
        {
            slots.EnterRecording("otra más").Dispose();
            return false;
        }
        catch (AzuSenaException)
        {
            return true;
        }
    }

    [Fact]
    public async Task AskByVoice_SpeakerStalls_IsUploadTimeout()
    {
        await using var api = await VoiceApi.StartAsync(speech: null, "--Voice:StallSeconds=1");
        await using var client = await ChatClient.ConnectAsync(api.Api);
        var silent = Channel.CreateUnbounded<byte[]>();

        (await StreamAsync(client, silent.Reader.ReadAllAsync(), "wav"))[^1].Text("code").Should().Be("upload_timeout");
    }

    [Fact]
    public async Task AskByVoice_FaultWhileHearing_IsInternalAndSaysNothingOfIt()
    {
        await using var api = await VoiceApi.StartAsync(new SpeechDouble { Failure = new DecoderFallbackException("secreto") });
        await using var client = await ChatClient.ConnectAsync(api.Api);
        var events = await StreamAsync(client, Chunks(await Clips.ToneAsync(SpeechDouble.Card)), "wav");

        events[^1].Text("code").Should().Be("internal");
        events[^1].GetRawText().Should().NotContain("secreto").And.NotContain("language");
    }

    [VoiceToolTheory("espeak-ng", "ffmpeg")]
    [InlineData("wav")]
    [InlineData("webm")]
    public async Task AskByVoice_SpeakerPauses_IsAnsweredBeforeTheClientEndsAndHearsPartialsMeanwhile(string format)
    {
        await using var api = await VoiceApi.StartAsync();
        await using var client = await ChatClient.ConnectAsync(api.Api);
        var said = await SaidAsync("¿Cuándo abre la biblioteca? Quisiera saberlo para ir mañana con mis compañeros de la formación.");
        var recording = format == "wav" ? said : await Clips.EncodeAsync(said, Clips.Encoding(format));
        var chunks = Channel.CreateUnbounded<byte[]>();
        foreach (var chunk in recording.Chunk(Chunk))
        {
            chunks.Writer.TryWrite(chunk);
        }

        // The microphone stays open: nobody completes the stream.
        var events = await StreamAsync(client, chunks.Reader.ReadAllAsync(), format);

        ShouldBeAnswered(events, SpeechDouble.LibraryQuestion);
        (await client.AskAsync("hola")).Chunks.Should().NotBeEmpty("the connection goes on");
    }

    [Fact]
    public async Task AskByVoice_Silence_IsNoSpeech()
    {
        await using var api = await VoiceApi.StartAsync();
        await using var client = await ChatClient.ConnectAsync(api.Api);
        var events = await StreamAsync(client, Chunks(await Clips.SilenceAsync(seconds: 2)), "wav");

        events.Should().ContainSingle().Which.Text("code").Should().Be("no_speech");
    }

    [Theory]
    [InlineData("nothing", "audio_invalid")]
    [InlineData("text", "audio_unsupported")]
    [InlineData("too much", "audio_too_long")]
    public async Task AskByVoice_WhatIsNoSound_IsRefused(string kind, string code)
    {
        await using var api = await VoiceApi.StartAsync(speech: null, "--Voice:MaxBytes=20000");
        await using var client = await ChatClient.ConnectAsync(api.Api);
        var sound = kind switch { "nothing" => [], "text" => "hola, hola, hola, hola"u8.ToArray(), _ => await Clips.SilenceAsync(seconds: 3) };
        var events = await StreamAsync(client, Chunks(sound), "wav");

        events.Should().ContainSingle().Which.Text("code").Should().Be(code);
        (await client.AskAsync("hola")).Chunks.Should().NotBeEmpty("the connection goes on");
    }

    [Fact]
    public async Task AskByVoice_ConnectionCloses_StopsHearing()
    {
        await using var api = await VoiceApi.StartAsync(new SpeechDouble { IsHeld = true });
        var client = await ChatClient.ConnectAsync(api.Api);
        var wav = await Clips.ToneAsync(SpeechDouble.Card, seconds: 1);
        var stream = await client.Connection.StreamAsChannelAsync<JsonElement>("AskByVoice", Chunks(wav), "wav");
        await api.Speech.Held.WaitAsync(TestApi.Patience);
        await client.DisposeAsync();

        await api.Speech.Cancelled.WaitAsync(TestApi.Patience);
        await FluentActions.Awaiting(() => stream.Completion.WaitAsync(TestApi.Patience)).Should().ThrowAsync<Exception>();
    }

    [Fact]
    public async Task AskByVoice_WhatIsSaidOfTheQuestion_IsChecked()
    {
        await using var api = await VoiceApi.StartAsync();
        await using var client = await ChatClient.ConnectAsync(api.Api);
        var events = await StreamAsync(client, Chunks(await Clips.ToneAsync(440)), new { format = "wav", max_docs = "cien" });

        events.Should().ContainSingle().Which.Text("code").Should().Be("request_invalid");
    }

    // Speech, then the silence of somebody who waits for an answer.
    private static async Task<byte[]> SaidAsync(string text)
    {
        var said = await Clips.EncodeAsync(await Clips.SayAsync(text), "-ac", "1", "-ar", "16000", "-af", "apad=pad_dur=3", "-f", "wav", "pipe:1");
        return said;
    }

    private static void ShouldBeAnswered(List<JsonElement> events, string question)
    {
        var types = events.ConvertAll(step => step.Text("type"));
        types[^1].Should().Be("answer_completed");
        var heard = types.IndexOf("transcription_completed");
        events[heard].GetProperty("transcription").Text("text").Should().Be(question);
        types.Take(heard).Should().NotBeEmpty().And.OnlyContain(type => type == "transcription_partial");
        types[heard + 1].Should().Be("answer_started");
    }

    private static async IAsyncEnumerable<byte[]> Chunks(byte[] sound, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var chunk in sound.Chunk(Chunk))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return chunk;
        }
    }

    private static async Task<List<JsonElement>> StreamAsync(ChatClient client, IAsyncEnumerable<byte[]> chunks, object? format)
    {
        using var limit = new CancellationTokenSource(TestApi.Patience);
        return await client.Connection.StreamAsync<JsonElement>("AskByVoice", chunks, format, limit.Token).ToListAsync(limit.Token);
    }
}
