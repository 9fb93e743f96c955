using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Results;
using AzuSena.Evaluation.Runs;
using AzuSena.Evaluation.Voice;
using AzuSena.Testing;
using AzuSena.Testing.Voice;
using AzuSena.Voice;
using AzuSena.Voice.Transcribing;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Cli.Tests.Evaluation.Voice;

public sealed class VoiceSuiteTests : IDisposable
{
    private const string Question =
        """{"id":"hecho-001","kind":"fact","question":"¿Cuánto dura el contrato de aprendizaje?","documents":["contrato.md"],"facts":[["tres """ +
            """años"]],"expect":"answer"}""";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [VoiceToolFact("espeak-ng")]
    public async Task AddAsync_RecordingAndQuestion_CountsErrorsAndAsksWhatWasHeard()
    {
        await RecordAsync("¿Cuándo abre hoy la biblioteca?");

        var run = await AddAsync(
            services => services.AddSingleton<ISpeechModelLoader>(new SpeechDouble { Otherwise = "¿Cuánto dura el contrato de aprendizaje?" }));

        run.Clips.Should().SatisfyRespectively(
            clip => clip.Should().BeEquivalentTo(new { Id = "001.wav", IsQuestion = false, Words = 5, Errors = 1, CitesRight = (bool?)null }),
            clip => clip.Should().BeEquivalentTo(new { Id = "hecho-001", IsQuestion = true, Errors = 0, CitesRight = true }));
        Figure.Of(["voice"], run, before: null).ToDictionary(figure => figure.Measure.Name, figure => figure.Now!.Value)
            .Should().Equal(new Dictionary<string, double> { ["wer"] = 0.2, ["right document"] = 1 });
    }

    [Fact]
    public async Task AddAsync_NoRecordings_SaysWhereTheyWereLookedFor()
    {
        Directory.CreateDirectory(_folder.Combine("voz"));

        ShouldBeUnavailable(await AddAsync(_ => { }), _folder.Combine("voz"));
    }

    [Fact]
    public async Task AddAsync_NoModel_SaysHowToGetIt()
    {
        await RecordAsync("hola");

        ShouldBeUnavailable(await AddAsync(services =>
            services.PostConfigure<VoiceOptions>(options => (options.Model, options.ModelDirectory) = ("whisper-ninguno", ""))), "models pull whisper-ninguno");
    }

    private static void ShouldBeUnavailable(EvaluationRun run, string reason)
    {
        run.Clips.Should().BeNull();
        run.Unavailable.Should().ContainKey("voice").WhoseValue.Should().Contain(reason);
        Figure.Of(["voice"], run, before: null).Should().OnlyContain(figure => figure.Now == null);
    }

    private async Task RecordAsync(string said)
    {
        _folder.Write("voz/001.txt", said);
        await File.WriteAllBytesAsync(_folder.Combine("voz/001.wav"), await Clips.ToneAsync(SpeechDouble.Library));
    }

    private Task<EvaluationRun> AddAsync(Action<IServiceCollection> replace)
    {
        _folder.Write("corpus/contrato.md",
            "---\ntitulo: Contrato de aprendizaje\n---\nEl contrato de aprendizaje dura como máximo tres años. Lo firma la empresa patrocinadora.\n");
        var options = new RunOptions { Corpus = _folder.Combine("corpus"), Prompts = Repository.Prompts, Replace = replace };
        return VoiceSuite.AddAsync(EvaluationRun.Empty("prueba"), _folder.Combine("voz"), EvaluationSet.Read(_folder.Write("q.jsonl", Question), foreign: null),
            options, CancellationToken.None);
    }
}
