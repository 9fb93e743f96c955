using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using AzuSena.Testing.Voice;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Voice;

public sealed class VoiceQueryTests
{
    [Fact]
    public async Task Voice_SpokenQuestion_HasTheTextAnswerAndWhatWasHeard()
    {
        await using var api = await VoiceApi.StartAsync();
        using var response = await api.PostAsync(await Clips.ToneAsync(SpeechDouble.Library, seconds: 2));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Text("transcription").Should().Be(SpeechDouble.LibraryQuestion);
        answer.Text("language").Should().Be("es");
        answer.GetProperty("audio_seconds").GetDouble().Should().Be(2);
        answer.GetProperty("segments").EnumerateArray().Select(segment => segment.GetProperty("start").GetDouble()).Should().Equal(0, 1);
        answer.GetProperty("segments")[1].GetProperty("end").GetDouble().Should().Be(2);
        Written(answer).Should().Be((await api.Client.AskAsync(SpeechDouble.LibraryQuestion)).Lasting());
        api.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task Voice_AnswerWithARest_OffersItBehindTheLead()
    {
        await using var api = await VoiceApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(new ShortComposer()), "--Answering:AbstainBelow=0");
        api.Speech.Otherwise = "¿Cuándo abre la biblioteca, y dónde se entrega el carné del aprendiz?";
        using var response = await api.PostAsync(await Clips.ToneAsync(660));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();

        answer.Text("spoken").Should().StartWith(answer.Text("lead")).And.EndWith("¿Quieres que te cuente más?").And.NotContain("[1]");
    }

    [Theory]
    [InlineData(VoiceApi.QueryPath)]
    [InlineData(VoiceApi.TranscriptionPath)]
    [InlineData(VoiceApi.OpenAiPath)]
    public async Task Voice_FaultWhileHearing_IsInternalAndSaysNothingOfIt(string path)
    {
        await using var api = await VoiceApi.StartAsync(new SpeechDouble { Failure = new DecoderFallbackException("secreto") });
        using var response = await api.PostAsync(await Clips.ToneAsync(SpeechDouble.Library), path);

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).Should().Contain("internal").And.NotContain("secreto").And.NotContain("language");
        api.Left.Should().BeEmpty();
    }

    [Theory]
    [InlineData("?stream=true", "*/*")]
    [InlineData("", "text/event-stream")]
    public async Task Voice_Streamed_IsTheTextStreamBehindTheTranscription(string query, string accept)
    {
        await using var api = await VoiceApi.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, VoiceApi.QueryPath + query)
        { Content = VoiceApi.Form(await Clips.ToneAsync(SpeechDouble.Library)) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        using var response = await api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var events = (await response.ReadEventsAsync().ToListAsync()).ConvertAll(item => item.Data);
        using var asked = await api.Client.OpenStreamAsync(SpeechDouble.LibraryQuestion);
        var written = (await asked.ReadEventsAsync().ToListAsync()).ConvertAll(item => item.Data);

        var heard = events.TakeWhile(step => step.Text("type").StartsWith("transcription", StringComparison.Ordinal)).ToList();
        heard[..^1].Should().NotBeEmpty().And.OnlyContain(
            step => step.Text("type") == "transcription_partial" && SpeechDouble.LibraryQuestion.StartsWith(step.Text("text"), StringComparison.Ordinal));
        heard[^1].GetProperty("transcription").Text("text").Should().Be(SpeechDouble.LibraryQuestion);
        events.Skip(heard.Count).Select(step => step.Text("type")).Should().Equal(written.Select(step => step.Text("type")));
        events[^1].GetProperty("answer").Lasting().Should().Be(written[^1].GetProperty("answer").Lasting());
        events.Select(step => step.GetProperty("sequence").GetInt32()).Should().Equal(Enumerable.Range(1, events.Count));
        api.Left.Should().BeEmpty();
    }

    [VoiceToolTheory("ffmpeg")]
    [InlineData("wav")]
    [InlineData("mp3")]
    [InlineData("ogg")]
    [InlineData("vorbis")]
    [InlineData("webm")]
    [InlineData("m4a")]
    [InlineData("flac")]
    [InlineData("aac")]
    [InlineData("mulaw")]
    public async Task Voice_EachFormat_IsHeardWhateverTheRequestCallsIt(string format)
    {
        await using var api = await VoiceApi.StartAsync();
        var recording = await Clips.EncodeAsync(await Clips.ToneAsync(SpeechDouble.Card, seconds: 2), Clips.Encoding(format));
        using var response = await api.Client.PostAsync(VoiceApi.QueryPath, VoiceApi.Form(recording, "file", "../../etc/passwd.txt"));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();

        answer.Text("transcription").Should().Be(SpeechDouble.CardQuestion);
        answer.GetProperty("audio_seconds").GetDouble().Should().BeApproximately(2, 0.15);
        answer.GetProperty("citations")[0].Text("title").Should().Be("Carné del aprendiz");
        api.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task Voice_WithoutFfmpeg_StillHearsWavAndSaysWhatToInstall()
    {
        await using var api = await VoiceApi.StartAsync(speech: null, "--Voice:Ffmpeg=azusena-no-such-program");
        using var wav = await api.PostAsync(await Clips.ToneAsync(SpeechDouble.Library));
        using var ogg = await api.PostAsync([.. "OggS"u8, .. new byte[500]]);

        wav.StatusCode.Should().Be(HttpStatusCode.OK);
        await ogg.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "audio_unsupported");
        (await ogg.Content.ReadAsStringAsync()).Should().Contain("ffmpeg");
        api.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task Voice_InAConversation_IsATurnOfIt()
    {
        await using var api = await VoiceApi.StartAsync();
        var id = await api.Client.BeginConversationAsync();
        using var response = await api.PostAsync(
            await Clips.ToneAsync(SpeechDouble.Library), VoiceApi.QueryPath, ("conversation_id", id), ("max_docs", "3"), ("language", "auto"));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).Text("conversation_id").Should().Be(id);
        (await api.Client.GetFromJsonAsync<JsonElement>($"/azusena_api/conversations/{id}")).GetProperty("turns")[0].Text("question")
            .Should().Be(SpeechDouble.LibraryQuestion);
        api.Speech.Language.Should().Be("auto");
    }

    [Theory]
    [InlineData("max_docs", "cien")]
    [InlineData("max_docs", "0")]
    [InlineData("language", "ES; rm")]
    [InlineData("conversation_id", "un-identificador-que-es-demasiado-largo-para-serlo-de-verdad-y-sigue-y-sigue")]
    public async Task Voice_FieldThatIsNotPossible_IsRefusedBeforeHearing(string name, string value)
    {
        await using var api = await VoiceApi.StartAsync();
        using var response = await api.PostAsync(await Clips.ToneAsync(SpeechDouble.Library), VoiceApi.QueryPath, (name, value));

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request_invalid");
        api.Speech.Calls.Should().Be(0);
        api.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task Voice_UnknownConversation_IsAProblemAndNoAnswer()
    {
        await using var api = await VoiceApi.StartAsync();
        using var response = await api.PostAsync(await Clips.ToneAsync(SpeechDouble.Library), VoiceApi.QueryPath, ("conversation_id", "ninguna"));

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "conversation_not_found");
    }

    [Theory]
    [InlineData(VoiceApi.QueryPath)]
    [InlineData(VoiceApi.QueryPath + "?stream=true")]
    [InlineData(VoiceApi.TranscriptionPath)]
    public async Task Voice_Silence_IsNoSpeech(string path)
    {
        await using var api = await VoiceApi.StartAsync();
        using var response = await api.PostAsync(await Clips.SilenceAsync(), path);

        if (path.EndsWith("true", StringComparison.Ordinal) && response.StatusCode == HttpStatusCode.OK)
        {
            (await response.ReadEventsAsync().LastAsync()).Data.Text("code").Should().Be("no_speech");
            return;
        }

        await response.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "no_speech");
    }

    [Fact]
    public async Task Voice_ClientLeavesWhileHearing_StopsItAndLeavesNothing()
    {
        await using var api = await VoiceApi.StartAsync(new SpeechDouble { IsHeld = true });
        using var leaving = new CancellationTokenSource();
        var asking = api.Client.PostAsync(VoiceApi.QueryPath, VoiceApi.Form(await Clips.ToneAsync(SpeechDouble.Library)), leaving.Token);
        await api.Speech.Held;
        await leaving.CancelAsync();

        await api.Speech.Cancelled.WaitAsync(TestApi.Patience);
        await FluentActions.Awaiting(() => asking).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Voice_HearingTakesTooLong_IsATimeout()
    {
        await using var api = await VoiceApi.StartAsync(new SpeechDouble { IsHeld = true }, "--Voice:TimeoutSeconds=1");
        using var response = await api.PostAsync(await Clips.ToneAsync(SpeechDouble.Library));

        await response.ShouldBeProblemAsync(HttpStatusCode.GatewayTimeout, "transcription_timeout");
        api.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task Transcriptions_Recording_IsTranscribedAndNotAnswered()
    {
        await using var api = await VoiceApi.StartAsync();
        using var response = await api.PostAsync(await Clips.ToneAsync(SpeechDouble.Card), VoiceApi.TranscriptionPath);
        var heard = await response.Content.ReadFromJsonAsync<JsonElement>();

        heard.EnumerateObject().Select(property => property.Name).Should().Equal("text", "language", "segments", "audio_seconds");
        heard.Text("text").Should().Be(SpeechDouble.CardQuestion);
    }

    private static string Written(JsonElement answer)
    {
        var copy = JsonObject.Create(answer)!;
        foreach (var name in new[] { "transcription", "language", "segments", "audio_seconds", "spoken", "question_id", "timings_ms" })
        {
            copy.Remove(name).Should().BeTrue(name);
        }

        return copy.ToJsonString();
    }
}
