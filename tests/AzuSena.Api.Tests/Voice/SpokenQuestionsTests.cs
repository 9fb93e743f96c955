using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using AzuSena.Testing.Voice;
using AzuSena.Voice.Transcribing;
using Xunit.Abstractions;

namespace AzuSena.Api.Tests.Voice;

/// <summary>A real model over the product's own corpus, asked by a synthetic voice in every format; the base model mishears that voice too often.</summary>
public sealed class SpokenQuestionsTests(ITestOutputHelper output)
{
    private const string Formats = "wav mp3 ogg webm m4a";

    private static readonly (string Question, string Titles)[] Questions =
    [
        ("Quiero saber qué es la etapa productiva de un aprendiz del SENA.", "Etapa productiva"),
        ("Quiero saber cuánto tiempo dura el contrato de aprendizaje de los aprendices.", "ontrato de aprendizaje"),
        ("Quiero saber cómo puedo inscribirme en un programa de formación.", "nscri"),
        ("Quiero saber qué es el fondo emprender y a quién ayuda con dinero.", "Fondo Emprender"),
        ("Quiero saber qué hace la agencia pública de empleo con las personas que buscan trabajo.", "Agencia Pública de Empleo"),
        ("Quiero saber cómo se certifican las competencias laborales de los trabajadores.", "ompetencia"),
        ("Quiero saber qué son los tecnoparques y quién puede usarlos.", "Tecnoparque"),
        ("Quiero saber si la formación que ofrece el SENA es gratuita.", "Gratuidad"),
        ("Quiero saber qué es la cuota de aprendices que deben cumplir las empresas.", "Cuota de aprendices"),
        ("Quiero saber cuánto dura un programa de formación de nivel tecnólogo.", "ecnólogo|Formación titulada"),
    ];

    [VoiceToolFact("ffmpeg", "espeak-ng", "whisper-small")]
    public Task Voice_TenSpokenQuestionsInFiveFormats_AreAnsweredFromTheRightDocument() => AskAsync(SpeechEngine.Onnx, Questions.Length, least: 8);

    // Whisper.net takes several times the processor: three questions, unless the variable asks for all ten.
    [VoiceToolFact("ffmpeg", "espeak-ng", "whisper-small-ggml")]
    public Task Voice_OnWhisperNet_AreAnsweredFromTheRightDocument() => Environment.GetEnvironmentVariable("SPOKEN_QUESTIONS") == "all"
        ? AskAsync(SpeechEngine.WhisperNet, Questions.Length, least: 9)
        : AskAsync(SpeechEngine.WhisperNet, 3, least: 2);

    private async Task AskAsync(string engine, int count, int least)
    {
        await using var api = TestApi.Build(
            RememberedHearing.Wrap,
            Repository.Corpus,
            "--Voice:Enabled=true", "--Voice:Model=whisper-small", $"--Voice:Engine={engine}",
            "--Voice:TimeoutSeconds=600", $"--Models:Directory={MiniLmFactAttribute.Models}");
        await api.StartAsync();
        await api.Indexed;
        using var client = new HttpClient { BaseAddress = api.Address, Timeout = TimeSpan.FromMinutes(10) };
        var formats = Formats.Split(' ');
        var right = formats.ToDictionary(format => format, _ => 0, StringComparer.Ordinal);
        foreach (var (index, (question, titles)) in Questions.Take(count).Index())
        {
            // The first of each question is what the model hears: another format each time.
            for (var turn = 0; turn < formats.Length; turn++)
            {
                var format = formats[(index + turn) % formats.Length];
                var isRight = await IsAnsweredAsync(client, format, question, titles);
                right[format] += isRight ? 1 : 0;
            }
        }

        right.Values.Should().OnlyContain(count => count >= least, "each of {0} was heard", Formats);
        api.Get<SpeechModel>().Status.Engine!.Name.Should().Be(engine);
        output.WriteLine(string.Join(", ", right.Select(pair => $"{pair.Key} {pair.Value}")));
        output.WriteLine($"The model was asked {((RememberedHearing)api.Get<ISpeechModelLoader>()).Heard} times.");
    }

    private async Task<bool> IsAnsweredAsync(HttpClient client, string format, string question, string titles)
    {
        var recording = await Clips.EncodeAsync(await Clips.SayAsync(question), Clips.Encoding(format));
        using var response = await client.PostAsync(VoiceApi.QueryPath, VoiceApi.Form(recording));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        var isRight = answer.TryGetProperty("citations", out var citations)
            && citations.EnumerateArray().Any(citation => titles.Split('|').Any(right => citation.Text("title").Contains(right, StringComparison.Ordinal)));
        output.WriteLine($"{format} {isRight}: {answer}");
        return isRight;
    }
}
