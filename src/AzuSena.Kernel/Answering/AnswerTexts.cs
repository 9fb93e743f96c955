using AzuSena.Languages;
using AzuSena.Memory.Search;
using AzuSena.Resources;
using AzuSena.Spanish;

namespace AzuSena.Answering;

/// <summary>AzuSENA's fixed sentences, from <c>AnswerTexts.resx</c> and, for whoever asks in English, <c>AnswerTexts.English.resx</c>.</summary>
internal static class AnswerTexts
{
    private static readonly ResourceTexts Spanish = new(typeof(AnswerTexts));
    private static readonly ResourceTexts English = new(typeof(AnswerTexts), nameof(AskedLanguage.English));

    public static string Get(string name, AskedLanguage language = AskedLanguage.Spanish) => In(language).Get(name);

    /// <summary>States that the documents do not answer, what comes closest, and where to ask.</summary>
    /// <param name="closestTitles">The titles of the closest documents.</param>
    /// <param name="nextStep">Where to ask; empty for nothing.</param>
    /// <param name="language">The language.</param>
    public static string Abstention(IReadOnlyList<string> closestTitles, string nextStep, AskedLanguage language)
    {
        var missing = closestTitles.Count == 0
            ? Get("Abstained", language)
            : In(language).Format("AbstainedWithTitles", [string.Join(", ", closestTitles.Select(title => $"«{title}»"))]);
        return nextStep.Length == 0 ? missing : $"{missing}\n\n{nextStep}";
    }

    /// <summary>States that one of several things asked is not in the documents.</summary>
    public static string PartMissing(string question, AskedLanguage language = AskedLanguage.Spanish) => In(language).Format("PartMissing", [question]);

    /// <summary>States what of the question the documents do not answer.</summary>
    public static string Missing(string what, AskedLanguage language) => In(language).Format("Missing", [what]);

    /// <summary>States that articles are not in the documents, as the whole answer or before the rest of it.</summary>
    public static string RulesMissing(RuleLookup rules, AskedLanguage language) => In(language).Format(
        rules.Found.Count == 0 ? "RuleMissing" : "RulePartlyMissing",
        [string.Join(Get("RuleSeparator", language), rules.Missing.Select(rule => rule.Text))]);

    /// <summary>States that tools could not be asked.</summary>
    /// <param name="titles">Their names for people.</param>
    /// <param name="language">The language.</param>
    public static string ToolFailed(IEnumerable<string> titles, AskedLanguage language) =>
        In(language).Format("ToolFailed", [string.Join(", ", titles.Distinct(StringComparer.Ordinal).Select(title => $"«{title}»"))]);

    /// <summary>States what a question lacks, outside of a conversation, where it cannot be asked back.</summary>
    public static string Lacking(string question, AskedLanguage language) => In(language).Format("Lacking", [question]);

    /// <summary>The question that asks for a value of a kind.</summary>
    public static string AskFor(string kind) => Get($"Ask_{SpanishAnalyzer.Fold(kind)}");

    private static ResourceTexts In(AskedLanguage language) => language is AskedLanguage.English ? English : Spanish;
}
