using System.Globalization;
using System.Resources;
using AzuSena.Memory.Search;

namespace AzuSena.Answering;

/// <summary>The sentences that AzuSENA says of its own accord, from <c>AnswerTexts.resx</c>.</summary>
internal static class AnswerTexts
{
    private static readonly ResourceManager Texts = new("AzuSena.Answering.AnswerTexts", typeof(AnswerTexts).Assembly);

    public static string Get(string name) => Texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name);

    public static string Abstention(IReadOnlyList<string> closestTitles) => closestTitles.Count == 0
        ? Get("Abstained")
        : string.Format(CultureInfo.InvariantCulture, Get("AbstainedWithTitles"), string.Join(", ", closestTitles.Select(title => $"«{title}»")));

    /// <summary>Says that articles are not in the documents, instead of all the answer or before the rest of it.</summary>
    public static string RulesMissing(RuleLookup rules) => string.Format(
        CultureInfo.InvariantCulture,
        Get(rules.Found.Count == 0 ? "RuleMissing" : "RulePartlyMissing"),
        string.Join(" ni del ", rules.Missing.Select(rule => rule.Text)));
}
