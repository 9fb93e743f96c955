using AzuSena.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AzuSena.Prompts.Gate;

/// <summary>An edit serves only once it was tried and lowered nothing.</summary>
public sealed class PromptGateTests : IDisposable
{
    private static readonly string Edited = PromptFolder.Template.Replace("Reglas.", "Otras reglas.", StringComparison.Ordinal);
    private readonly PromptFolder _folder = new();
    private readonly TemporaryFolder _verdicts = new();

    public void Dispose()
    {
        _folder.Dispose();
        _verdicts.Dispose();
    }

    [Fact]
    public void Open_WithoutVerdicts_ServesAndWarns()
    {
        var library = Open();

        library.Invoking(it => it.EnsureComplete()).Should().NotThrow();
        library.Problems.Should().OnlyContain(problem => problem.Severity == PromptSeverity.Warning && problem.Rule == "gate_untried");
    }

    [Fact]
    public void Refresh_UntriedEdit_WaitsAndSaysHowToTryIt()
    {
        var library = Open();
        var before = library.Get(WalkPrompts.AnswerQuestion).Version;

        Edit(library);

        library.Get(WalkPrompts.AnswerQuestion).Version.Should().Be(before);
        var problem = library.Problems.Single(problem => problem.Severity == PromptSeverity.Error);
        problem.Rule.Should().Be("gate_untried");
        problem.Message.Should().Contain("./azusena prompts try Answering/AnswerQuestion");
    }

    [Fact]
    public void Refresh_VerdictThatItPassed_TakesItIntoService()
    {
        var library = Open();
        Edit(library);

        Judge(isPassed: true);
        Settle(library);

        library.Get(WalkPrompts.AnswerQuestion).Version.Should().Be(EditedVersion);
        library.Problems.Should().NotContain(problem => problem.File.StartsWith(WalkPrompts.AnswerQuestion, StringComparison.Ordinal));
    }

    [Fact]
    public void Refresh_VerdictThatItLowersSomething_KeepsTheLastOneAndSaysWhy()
    {
        var library = Open();
        var before = library.Get(WalkPrompts.AnswerQuestion).Version;
        Edit(library);

        Judge(isPassed: false, "answers/facts: 0.9000 → 0.7000");
        Settle(library);

        library.Get(WalkPrompts.AnswerQuestion).Version.Should().Be(before);
        library.Problems.Single(problem => problem.Severity == PromptSeverity.Error).Message.Should().Contain("0.9000 → 0.7000");
    }

    [Fact]
    public void Refresh_EditOfAPromptThatNothingMeasures_ServesAtOnce()
    {
        var library = Open();
        _folder.Write("Answering/SmallTalk/skprompt.txt", File.ReadAllText(_folder.Combine("Answering/SmallTalk/skprompt.txt")) + "\n");
        var before = library.Get(WalkPrompts.SmallTalk).Version;

        Settle(library);

        library.Get(WalkPrompts.SmallTalk).Version.Should().NotBe(before);
    }

    [Fact]
    public void Refresh_GateThatIsOff_ServesWithoutAVerdict()
    {
        var library = Open(isOn: false);

        Edit(library);

        library.Get(WalkPrompts.AnswerQuestion).Version.Should().Be(EditedVersion);
    }

    private static PromptVersion EditedVersion => new(
        WalkPrompts.AnswerQuestion, null,
            PromptVersion.HashOf(System.Text.Encoding.UTF8.GetBytes(Edited), System.Text.Encoding.UTF8.GetBytes(PromptFolder.Config)));

    private PromptLibrary Open(bool isOn = true) => new(
        PromptFolder.KernelWithMemory(),
        Options.Create(new PromptOptions { Directory = _folder.Path, Gate = isOn, VerdictsDirectory = _verdicts.Path }),
        _folder.Time,
        NullLogger<PromptLibrary>.Instance);

    private void Edit(PromptLibrary library)
    {
        _folder.Put(WalkPrompts.AnswerQuestion, Edited);
        Settle(library);
    }

    private void Settle(PromptLibrary library)
    {
        library.Refresh();
        _folder.Time.Advance(TimeSpan.FromSeconds(1));
        library.Refresh();
    }

    private void Judge(bool isPassed, params string[] reasons) =>
        new PromptGate(_verdicts.Path, isOn: true).Keep(EditedVersion, new PromptVerdict(EditedVersion.ToString(), "before", isPassed, reasons, Questions: 10));
}
