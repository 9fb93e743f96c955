using AzuSena.Memory.Search;
using AzuSena.Resources;

namespace AzuSena.Answering;

/// <summary>AzuSENA's fixed sentences, from <c>AnswerTexts.resx</c>.</summary>
internal static class AnswerTexts
{
    private static readonly ResourceTexts Texts = new(typeof(AnswerTexts));

    public static string Get(string name) => Texts.Get(name);

    public static string Abstention(IReadOnlyList<string> closestTitles) => closestTitles.Count == 0
        ? Get("Abstained")
        : Texts.Format("AbstainedWithTitles", [string.Join(", ", closestTitles.Select(title => $"«{title}»"))]);

    /// <summary>States what of the question the documents do not answer.</summary>
    public static string Missing(string what) => Texts.Format("Missing", [what]);

    /// <summary>States that articles are not in the documents, as the whole answer or before the rest of it.</summary>
    public static string RulesMissing(RuleLookup rules) => Texts.Format(
        rules.Found.Count == 0 ? "RuleMissing" : "RulePartlyMissing",
        [string.Join(" ni del ", rules.Missing.Select(rule => rule.Text))]);
}
