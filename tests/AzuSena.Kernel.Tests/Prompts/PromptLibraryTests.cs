using AzuSena.Errors;
using AzuSena.Settings;

namespace AzuSena.Prompts;

/// <summary>What serves while files come, go and change.</summary>
public sealed class PromptLibraryTests : IDisposable
{
    private const string Broken = "<message role=\"system\">\nReglas.\n";
    private static readonly string Edited = PromptFolder.Template.Replace("Reglas.", "Otras reglas.", StringComparison.Ordinal);
    private static readonly TimeSpan SettleTime = TimeSpan.FromMilliseconds(new PromptOptions().SettleMilliseconds);
    private readonly PromptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_ThePromptsOfTheProduct_ServeWithoutAProblem()
    {
        var library = _folder.Open();

        library.Problems.Should().BeEmpty();
        library.All.Select(prompt => prompt.Version.Folder).Should().Equal(
            "Answering/AnswerQuestion", "Answering/JudgeSentence", "Answering/RewriteQuestion", "Answering/SmallTalk", "Conversations/Title");
        library.Invoking(it => it.EnsureComplete()).Should().NotThrow();
    }

    [Fact]
    public void Refresh_GoodEdit_ServesOnlyOnceTwoReadingsAgree()
    {
        var library = _folder.Open();
        var before = library.Get(WalkPrompts.AnswerQuestion);
        _folder.Put(WalkPrompts.AnswerQuestion, Edited);

        library.Refresh().Should().BeTrue("one reading does not tell whether the editor is done");
        library.Get(WalkPrompts.AnswerQuestion).Should().BeSameAs(before);
        library.Refresh().Should().BeTrue("another at the same moment tells no more");
        library.Get(WalkPrompts.AnswerQuestion).Should().BeSameAs(before);
        _folder.Time.Advance(SettleTime);
        library.Refresh().Should().BeFalse();

        library.Get(WalkPrompts.AnswerQuestion).Version.Hash.Should().NotBe(before.Version.Hash);
    }

    [Fact]
    public void Refresh_EditorWritesInTwoSteps_NeverServesTheHalf()
    {
        var library = _folder.Open();
        var served = new HashSet<string> { library.Get(WalkPrompts.AnswerQuestion).Version.Hash };
        library.Changed += (_, _) => served.Add(library.Get(WalkPrompts.AnswerQuestion).Version.Hash);

        // A half that would pass every check by itself.
        _folder.Put(WalkPrompts.AnswerQuestion, PromptFolder.Template);
        library.Refresh();
        _folder.Time.Advance(SettleTime / 2);
        _folder.Put(WalkPrompts.AnswerQuestion, PromptFolder.Template + "<message role=\"user\">Y cita.</message>");
        Settle(library);

        served.Should().HaveCount(2);
        library.Get(WalkPrompts.AnswerQuestion).Roles.Should().HaveCount(3);
    }

    [Fact]
    public void Refresh_EditTakenBackAndMadeAgain_HasToSettleAgain()
    {
        var library = _folder.Open();
        var before = library.Get(WalkPrompts.SmallTalk);
        var original = File.ReadAllText(_folder.Combine("Answering/SmallTalk/skprompt.txt"));
        foreach (var text in new[] { original + "\n", original, original + "\n" })
        {
            _folder.Write("Answering/SmallTalk/skprompt.txt", text);
            library.Refresh();
            _folder.Time.Advance(SettleTime);
        }

        library.Get(WalkPrompts.SmallTalk).Should().BeSameAs(before);
    }

    [Fact]
    public void Refresh_TemporaryFileAndRename_ServesTheNewText()
    {
        var library = _folder.Open();
        var temporary = _folder.Write("Answering/AnswerQuestion/skprompt.txt.tmp", Edited.Replace("{{$question}}", "{{$wish}}{{$question}}"));
        File.Move(temporary, _folder.Combine("Answering/AnswerQuestion/skprompt.txt"), overwrite: true);

        Settle(library);

        library.Problems.Should().BeEmpty();
        library.Get(WalkPrompts.AnswerQuestion).Tokens.Should().BeLessThan(100);
    }

    [Fact]
    public void Refresh_BrokenEdit_LeavesTheLastGoodOneAndSaysWhy()
    {
        var library = _folder.Open();
        var before = library.Get(WalkPrompts.AnswerQuestion);
        _folder.Write("Answering/AnswerQuestion/skprompt.txt", Broken);

        Settle(library);

        library.Get(WalkPrompts.AnswerQuestion).Should().BeSameAs(before);
        library.Problems.Should().Contain(
            problem => problem.Rule == "message_xml" && problem.File == "Answering/AnswerQuestion/skprompt.txt" && problem.Line > 0);

        _folder.Put(WalkPrompts.AnswerQuestion, Edited);
        Settle(library);

        library.Problems.Should().BeEmpty();
        library.Get(WalkPrompts.AnswerQuestion).Should().NotBeSameAs(before);
    }

    [Fact]
    public void Refresh_ConfigAndTextChangedOneAfterTheOther_ServesBothOrNeither()
    {
        var library = _folder.Open();
        var before = library.Get(WalkPrompts.SmallTalk);
        _folder.Write("Answering/SmallTalk/skprompt.txt", "<message role=\"user\">{{$history}} {{$question}}</message>");

        Settle(library);
        library.Get(WalkPrompts.SmallTalk).Should().BeSameAs(before);

        _folder.Write("Answering/SmallTalk/config.json",
            """{ "description": "Saluda.", "input_variables": [{ "name": "history" }, { "name": "question" }] }""");
        Settle(library);

        library.Get(WalkPrompts.SmallTalk).Variables.Should().Equal("history", "question");
    }

    [Fact]
    public void Refresh_FoldersAddedRenamedAndRemoved_AreFollowed()
    {
        var library = _folder.Open();
        _folder.Put("Extra/Uno");
        Settle(library);
        library.Get("Extra/Uno").Version.Name.Should().Be("Extra/Uno");

        Directory.Move(_folder.Combine("Extra/Uno"), _folder.Combine("Extra/Dos"));
        Settle(library);
        library.Get("Extra/Dos").Version.Hash.Should().Be(library.All.Single(prompt => prompt.Version.Name == "Extra/Dos").Version.Hash);
        library.Invoking(it => it.Get("Extra/Uno")).Should().Throw<SettingsException>().WithMessage("*«Extra/Uno» no existe*Extra/Dos*");

        Directory.Delete(_folder.Combine("Extra"), recursive: true);
        Settle(library);
        library.All.Should().NotContain(prompt => prompt.Version.Name == "Extra/Dos");
        library.Problems.Should().BeEmpty();
    }

    [Fact]
    public void Refresh_NeededFolderRemoved_GoesOnAndSaysSo()
    {
        var library = _folder.Open();
        Directory.Delete(_folder.Combine(WalkPrompts.AnswerQuestion), recursive: true);

        Settle(library);

        library.Get(WalkPrompts.AnswerQuestion).Should().NotBeNull();
        library.Problems.Select(problem => problem.Rule).Should().Equal("prompt_removed");
    }

    [Fact]
    public void Refresh_WholeFolderOutOfReach_GoesOnWithEverything()
    {
        var library = _folder.Open();
        var before = library.All;
        Directory.Move(_folder.Path, _folder.Path + ".away");
        try
        {
            Settle(library);

            library.All.Should().Equal(before);
            library.Problems.Select(problem => problem.Rule).Should().Equal("folder_unreachable");
        }
        finally
        {
            Directory.Move(_folder.Path + ".away", _folder.Path);
        }

        Settle(library);
        library.Problems.Should().BeEmpty();
    }

    [Fact]
    public void Refresh_NothingChanged_RaisesNoEvent()
    {
        var library = _folder.Open();
        library.Changed += (_, _) => Assert.Fail("Nothing changed.");

        library.Refresh().Should().BeFalse();
    }

    [Fact]
    public void EnsureComplete_PromptThatWasNeverGood_NamesFileLineAndRemedy()
    {
        _folder.Write("Answering/AnswerQuestion/skprompt.txt", "<message role=\"jefe\">{{$passages}}{{$history}}{{$question}}</message>");
        Directory.Delete(_folder.Combine(WalkPrompts.SmallTalk), recursive: true);
        var library = _folder.Open();

        library.Invoking(it => it.EnsureComplete()).Should().Throw<SettingsException>()
            .WithMessage("*Answering/AnswerQuestion, Answering/SmallTalk*Answering/AnswerQuestion/skprompt.txt:1: El papel \"jefe\" no existe*");
        library.Invoking(it => it.Get(WalkPrompts.AnswerQuestion)).Should().Throw<SettingsException>();
        library.Get(WalkPrompts.RewriteQuestion).Should().NotBeNull();
    }

    [Fact]
    public void EnsureComplete_NoFolder_NamesTheVariable() =>
        new PromptLibrary(new(), Microsoft.Extensions.Options.Options.Create(new PromptOptions { Directory = _folder.Combine("nada") }), _folder.Time,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<PromptLibrary>.Instance)
            .Invoking(it => it.EnsureComplete()).Should().Throw<SettingsException>().WithMessage("*PROMPTS_DIR*");

    [Fact]
    public void Get_VariantByName_GivesItOrSaysWhichThereAre()
    {
        _folder.Put("Answering/AnswerQuestion.corto");
        var library = _folder.Open("Answering/AnswerQuestion.corto:100");

        library.Get(WalkPrompts.AnswerQuestion, "corto").Version.Variant.Should().Be("corto");
        library.Get(WalkPrompts.AnswerQuestion, "base", key: "c").Version.Variant.Should().BeNull();
        library.Get(WalkPrompts.AnswerQuestion, key: "c").Version.Variant.Should().Be("corto");
        library.Get(WalkPrompts.AnswerQuestion).Version.Variant.Should().BeNull("nothing decides");
        library.Invoking(it => it.Get(WalkPrompts.AnswerQuestion, "largo")).Should().Throw<AzuSenaException>()
            .Where(exception => exception.Code == ErrorCode.RequestInvalid).WithMessage("*base, corto*");
    }

    [Fact]
    public void Get_ShareOfAVariantThatIsBroken_GivesThePromptItself()
    {
        _folder.Put("Answering/AnswerQuestion.corto", Broken);
        var library = _folder.Open("Answering/AnswerQuestion.corto:100");

        library.Get(WalkPrompts.AnswerQuestion, key: "c").Version.Variant.Should().BeNull();
        library.Problems.Select(problem => problem.Rule).Should().Contain(["message_xml", "share_unknown"]);
    }

    [Fact]
    public void Open_VariantWithoutItsPrompt_IsAProblem()
    {
        _folder.Put("Extra/Uno.corto");

        _folder.Open().Problems.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Rule = "variant_alone", File = "Extra/Uno.corto" });
    }

    private void Settle(PromptLibrary library)
    {
        while (library.Refresh())
        {
            _folder.Time.Advance(SettleTime);
        }
    }
}
