using System.Diagnostics;
using System.Globalization;
using AzuSena.Support;
using AzuSena.Testing;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;

namespace AzuSena.Memory.Translation;

/// <summary>Over the real Apertium.</summary>
[Trait("Category", "Slow")]
public sealed class ApertiumTranslatorTests : IDisposable
{
    private readonly Lazy<ApertiumTranslator> _translator = new(() => Create(ApertiumMode.Find(ApertiumFactAttribute.Direction)));

    [ApertiumFact]
    public async Task Translate_Spanish_IsEnglish() =>
        (await TranslateAsync("La formación es gratuita.", "", "[]", "el perro")).Should().Equal("The formation is free.", "", "", "The dog");

    [ApertiumFact]
    public async Task Translate_ThousandsAtOnce_EachGetsItsOwn()
    {
        var callers = Enumerable.Range(0, 30).Select(caller => Task.Run(async () =>
        {
            var numbers = Enumerable.Range(0, 70).Select(text => (caller * 70) + text).ToArray();
            var translations = await TranslateAsync([.. numbers.Select(number => $"Es el artículo {number} de la ley")]);
            translations.Should().Equal(numbers.Select(number => $"It is the article {number} of the law"));
        }));

        await Task.WhenAll(callers);
    }

    [ApertiumFact]
    public async Task Translate_ATextAmongOthers_IsTranslatedAsItIsAlone()
    {
        string[] texts = ["¿Quién puede inscribirse", "La empresa", "sin punto final y con: dos puntos", "Un contrato de aprendizaje.", "vino"];

        var together = await TranslateAsync(texts);

        foreach (var (index, text) in texts.Index())
        {
            (await TranslateAsync(text)).Should().Equal(together[index]);
        }
    }

    [ApertiumFact]
    public async Task Translate_HostileTexts_NeverMoveTheOthers()
    {
        var hostile = Generators.HostileTexts().Generator.Select(text => text.Value).Sample(300, 50).ToArray();

        foreach (var chunk in hostile.Chunk(50))
        {
            var translations = await TranslateAsync([.. chunk.SelectMany(text => new[] { text, "hola" })]);

            translations.Index().Where(translation => translation.Index % 2 == 1).Select(translation => translation.Item)
                .Should().OnlyContain(translation => translation == "hello");
        }
    }

    [ApertiumFact]
    public async Task Translate_AWordWithoutEnd_Ends() =>
        (await TranslateAsync(new string('a', 20_000), "hola"))[1].Should().Be("hello");

    [ApertiumFact]
    public async Task Translate_AfterThePipelineWasKilled_StartsAnother()
    {
        await TranslateAsync("hola");
        var before = Stages();
        before.Should().NotBeEmpty();
        foreach (var stage in before)
        {
            stage.Kill();
            await stage.WaitForExitAsync();
        }

        (await TranslateAsync("el perro", "hola")).Should().Equal("The dog", "hello");
    }

    [ApertiumFact]
    public async Task Dispose_Running_EndsThePipeline()
    {
        await TranslateAsync("hola");
        var stages = Stages();

        _translator.Value.Dispose();

        await Task.WhenAll(stages.Select(stage => stage.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token)));
        await FluentActions.Awaiting(() => TranslateAsync("hola")).Should().ThrowAsync<ObjectDisposedException>();
    }

    [ApertiumFact]
    public async Task Translate_Cancelled_IsCancelledAndTheNextIsNot()
    {
        await FluentActions.Awaiting(() => _translator.Value.TranslateAsync(["hola"], new CancellationToken(canceled: true)))
            .Should().ThrowAsync<OperationCanceledException>();

        (await TranslateAsync("hola")).Should().Equal("hello");
    }

    [Fact]
    public async Task Translate_PipelineThatEndsAtOnce_IsATranslationException()
    {
        using var broken = Create(new ApertiumMode("spa-eng", "true", "0"));

        await FluentActions.Awaiting(() => broken.TranslateAsync(["hola"], CancellationToken.None)).Should().ThrowAsync<TranslationException>();
    }

    [Fact]
    public async Task Translate_PipelineThatAnswersWithSomethingElse_IsATranslationException()
    {
        using var confused = Create(new ApertiumMode("spa-eng", "while :; do printf 'otra cosa\\0'; done", "0"));

        await FluentActions.Awaiting(() => confused.TranslateAsync(["hola"], CancellationToken.None)).Should().ThrowAsync<TranslationException>();
    }

    // What dies at one word and copies all others, as a pipeline does that cannot stand a text.
    [Fact]
    public async Task Translate_ATextThatEndsThePipeline_StaysAsItIsAndTheOthersDoNotSuffer()
    {
        using var fragile = Create(new ApertiumMode("spa-eng", """perl -0 -e '$| = 1; while (<STDIN>) { exit if /veneno/; s/hola/hello/; print }'""", "0"));

        (await fragile.TranslateAsync(["hola uno", "veneno", "hola dos"], CancellationToken.None)).Should().Equal("hello uno", "veneno", "hello dos");
    }

    [Theory]
    [InlineData("xyz-abc")]
    [InlineData("../spa-eng")]
    [InlineData("")]
    public void Find_DirectionThatIsNotThere_SaysSo(string direction) =>
        FluentActions.Invoking(() => ApertiumMode.Find(direction)).Should().Throw<TranslationException>().WithMessage($"*{direction}*");

    public void Dispose()
    {
        if (_translator.IsValueCreated)
        {
            _translator.Value.Dispose();
        }
    }

    private static ApertiumTranslator Create(ApertiumMode mode) => new(mode, TimeProvider.System, NullLogger.Instance);

    private Task<IReadOnlyList<string>> TranslateAsync(params string[] texts) => _translator.Value.TranslateAsync(texts, CancellationToken.None);

    // The stages of this translator's pipeline, by their parent's number.
    private List<Process> Stages() => [.. Descendants(_translator.Value.ProcessId!.Value)];

    private static IEnumerable<Process> Descendants(int parent)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)))
        {
            string[] fields;
            try
            {
                fields = File.ReadAllText(Path.Combine(folder, "stat")).Split(") ")[^1].Split(' ');
            }
            catch (IOException)
            {
                continue;
            }

            if (fields[1] == parent.ToString(CultureInfo.InvariantCulture))
            {
                var child = int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture);
                foreach (var descendant in Descendants(child))
                {
                    yield return descendant;
                }

                yield return Process.GetProcessById(child);
            }
        }
    }
}
