using AzuSena.Languages;
using AzuSena.Testing;
using Microsoft.Extensions.Options;

namespace AzuSena.Prompts.Texts;

public sealed class InstitutionTextsTests : IDisposable
{
    private const string Danger = "Textos/peligro.txt";
    private const string NextStep = "Textos/siguiente-paso.txt";

    private readonly TemporaryFolder _prompts = new();

    [Fact]
    public void Texts_NoFolder_AreThoseOfTheProduct()
    {
        var texts = Create();

        texts.Danger.Should().Contain("123").And.Contain("106").And.Contain("192 opción 4").And.Contain("155").And.Contain("141").And.NotContain("#");
        texts.NextStep.Should().Contain("www.sena.edu.co").And.Contain("PQRS");
    }

    [Fact]
    public void Texts_EnglishWithoutFolder_AreThoseOfTheProduct()
    {
        var texts = Create();

        texts.DangerIn(AskedLanguage.English).Should().Contain("**123**, emergencies").And.Contain("106").And.Contain("155").And.Contain("141");
        texts.NextStepIn(AskedLanguage.English).Should().StartWith("You can ask").And.Contain("www.sena.edu.co");
    }

    [Fact]
    public void Texts_EnglishFile_IsUsed()
    {
        _prompts.Write("Textos/peligro.en.txt", "Call 123.");
        _prompts.Write("Textos/siguiente-paso.en.txt", "# nobody\n");

        Create().DangerIn(AskedLanguage.English).Should().Be("Call 123.");
        Create().NextStepIn(AskedLanguage.English).Should().BeEmpty();
    }

    [Fact]
    public void Texts_SpanishFileEditedWithoutEnglishOne_IsUsedForBoth()
    {
        _prompts.Write(Danger, "Llama al 112.");
        _prompts.Write(NextStep, "");

        Create().DangerIn(AskedLanguage.English).Should().Be("Llama al 112.");
        Create().NextStepIn(AskedLanguage.English).Should().BeEmpty();
    }

    [Fact]
    public void Texts_FileChanges_IsReadAgain()
    {
        var texts = Create();
        _prompts.Write(Danger, "# para quien edita\nLlama al 123.\n");
        texts.Danger.Should().Be("Llama al 123.");

        File.SetLastWriteTimeUtc(_prompts.Write(Danger, "Llama ya al 123.\n"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        texts.Danger.Should().Be("Llama ya al 123.");
    }

    [Fact]
    public void Texts_EmptyFile_LeavesOutTheNextStepButNeverTheHelpLines()
    {
        _prompts.Write(Danger, "# nada\n\n");
        _prompts.Write(NextStep, "");

        Create().NextStep.Should().BeEmpty();
        Create().Danger.Should().Contain("123");
    }

    [Fact]
    public void Texts_FileThatIsNotText_IsNotUsed()
    {
        File.WriteAllBytes(_prompts.Write(Danger, ""), [0xC3, 0x28]);
        _prompts.Write(NextStep, new string('a', 20_000));

        Create().Danger.Should().Contain("123");
        Create().NextStep.Should().Contain("PQRS");
    }

    public void Dispose() => _prompts.Dispose();

    private InstitutionTexts Create() => new(Options.Create(new PromptOptions { Directory = _prompts.Path }));
}
