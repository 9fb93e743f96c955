using AzuSena.Languages;
using AzuSena.Testing;

namespace AzuSena.Safety;

public sealed class DangerSignsTests
{
    public static TheoryData<string> Danger() => [.. Read("danger.txt")];

    public static TheoryData<string> Harmless() => [.. Read("harmless.txt"), .. Read("harmless.en.txt")];

    public static TheoryData<string> EnglishDanger() => [.. Read("danger.en.txt")];

    [Theory]
    [MemberData(nameof(Danger))]
    public void Are_SomebodyInDanger_IsTrue(string text) => DangerSigns.Are(text).Should().BeTrue();

    [Theory]
    [MemberData(nameof(EnglishDanger))]
    public void LanguageOf_SomebodyInDangerInEnglish_IsEnglish(string text) => DangerSigns.LanguageOf(text).Should().Be(AskedLanguage.English);

    [Theory]
    [InlineData("me quiero morir")]
    [InlineData("parce, no aguanto más, me quiero matar, I want to die")]
    public void LanguageOf_SomebodyInDangerInSpanish_IsSpanish(string text) => DangerSigns.LanguageOf(text).Should().Be(AskedLanguage.Spanish);

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Are_HarmlessNeighbour_IsFalse(string text) => DangerSigns.Are(text).Should().BeFalse();

    [Fact]
    public void Are_ShippedQuestionsAndSuggestions_AreOnlyTheOneOfSomebodyHarassed() => File.ReadLines(Path.Combine(Repository.Corpus, "sugerencias.txt"))
        .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "AzuSena.Evaluation"), "*.jsonl", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines))
        .Where(DangerSigns.Are).Should().OnlyContain(line => line.Contains("me está acosando", StringComparison.Ordinal));

    private static string[] Read(string file) =>
        File.ReadAllLines(Path.Combine(Repository.Root, "tests", "AzuSena.Kernel.Tests", "Safety", "Messages", file));
}
