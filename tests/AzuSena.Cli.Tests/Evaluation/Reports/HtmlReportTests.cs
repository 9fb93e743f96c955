using System.Text.RegularExpressions;
using AzuSena.Answers;
using AzuSena.Evaluation.Measures;
using AzuSena.Evaluation.Questions;
using AzuSena.Evaluation.Reports;
using AzuSena.Evaluation.Results;

namespace AzuSena.Cli.Tests.Evaluation.Reports;

public sealed class HtmlReportTests
{
    private const string Hostile = "<script>alert(1)</script><img src=//x onerror=y>";

    [Fact]
    public void Of_Run_IsOneFileThatNeedsNothingElse()
    {
        var html = Report(Run(0.2));

        Regex.IsMatch(html, "<script|<link|<img|<iframe|src=|href=|url\\(|@import|https?://", RegexOptions.None, TimeSpan.FromSeconds(5)).Should().BeFalse();
        Regex.Count(html, "<svg").Should().Be(3);
        html.Should().Contain("prefers-color-scheme: dark").And.Contain("answers/facts");
    }

    [Fact]
    public void Of_HostileText_IsShownAsText() => Report(Run(0.2, Hostile)).Should().Contain("&lt;script&gt;").And.NotContain("<script").And.NotContain("<img");

    [Fact]
    public void Of_HostileSentencesAndClips_AreShownAsText()
    {
        var sentence = new SentenceOutcome("s", SentenceLabel.Number, IsHeldOut: true, SentenceSupport.Supported, IsRight: false,
            new SentenceDetail(Hostile, 1, [Hostile], [Hostile]));
        var run = EvaluationRun.Empty(Hostile).Without("voice", Hostile) with { Sentences = [sentence], Clips = [ClipOutcome.Of(Hostile, Hostile, Hostile)] };

        Regex.Count(Report(run), "&lt;script&gt;").Should().Be(9, "of the data, in title and heading, the reason, the sentence and the clip");
        Report(run).Should().NotContain("<script").And.NotContain("<img").And.NotContain("<svg");
    }

    [Fact]
    public void Of_WrongAnswers_AreListedWithTheirPassagesTheWorstFirst()
    {
        var html = Report(Outcomes.Run(
            Outcomes.Of("half", facts: 0.5, detail: Detail("media")),
            Outcomes.Of("right", detail: Detail("bien")),
            Outcomes.Of("foreign", expect: ExpectedOutcome.Abstain, detail: Detail("ajena"))));

        html.IndexOf("<b>foreign</b>", StringComparison.Ordinal).Should().BePositive().And.BeLessThan(html.IndexOf("<b>half</b>", StringComparison.Ordinal));
        html.Should().NotContain("<b>right</b>").And.Contain("El texto del pasaje");
    }

    [Fact]
    public void Of_TwoRuns_TellsWhatIsWorse()
    {
        var before = Outcomes.Run(Enumerable.Range(0, 60).Select(index => Outcomes.Of($"q{index}", detail: Detail("a"))));
        var run = Outcomes.Run(Enumerable.Range(0, 60).Select(index => Outcomes.Of($"q{index}", facts: index < 30 ? 0 : 1, detail: Detail("a"))));

        HtmlReport.Of(run, before, Figure.Of(MeasureCatalogue.Suites, run, before)).Should().Contain("class=\"worse\">peor");
    }

    [Fact]
    public void Of_Run_ShowsFiftyAnswersAlwaysTheSame()
    {
        var run = Outcomes.Run(Enumerable.Range(0, 120).Select(index => Outcomes.Read($"q{index}", detail: Detail("a"))));

        Regex.Count(Report(run), "class=\"pair\"").Should().Be(50);
        Report(run).Should().Be(Report(run));
    }

    [Fact]
    public void Of_TwoRuns_ShowsAnswersSideBySideAndWhyOneIsNotGood()
    {
        var before = Outcomes.Run(Outcomes.Read("q", isGood: false, words: 214, detail: Detail("¿Cuánto dura?") with { Answer = "La de antes" }));
        var run = Outcomes.Run(Outcomes.Read("q", words: 80, detail: Detail("¿Cuánto dura?") with { Answer = "La de ahora", History = ["¿Qué es?"] }));

        var html = HtmlReport.Of(run, before, Figure.Of(MeasureCatalogue.Suites, run, before));

        html.IndexOf("La de antes", StringComparison.Ordinal).Should().BePositive().And.BeLessThan(html.IndexOf("La de ahora", StringComparison.Ordinal));
        html.Should().Contain("no empieza por lo preguntado; es larga").And.Contain("antes, 214 palabras").And.Contain("antes se preguntó: ¿Qué es?");
    }

    [Fact]
    public void Of_BaselineBefore_ShowsTheAnswersOfTheRunAlone()
    {
        var run = Outcomes.Run(Outcomes.Read("q", detail: Detail("a")));

        var html = HtmlReport.Of(run, run.ToBaseline(), Figure.Of(MeasureCatalogue.Suites, run, run.ToBaseline()));

        Regex.Count(html, "class=\"side\"").Should().Be(1);
    }

    private static string Report(EvaluationRun run) => HtmlReport.Of(run, before: null, Figure.Of(MeasureCatalogue.Suites, run, before: null));

    private static EvaluationRun Run(double facts, string text = "¿Cuánto dura?") =>
        Outcomes.Run(Outcomes.Of("a", facts: facts, detail: Detail(text)), Outcomes.Of("b", 0.1, ExpectedOutcome.Abstain, detail: Detail(text)));

    private static OutcomeDetail Detail(string text) =>
        new(text, text, text, "extractive", ["dato"], [], ["a.md"], [new OutcomePassage("a.md", text, 1, "El texto del pasaje")], 1);
}
