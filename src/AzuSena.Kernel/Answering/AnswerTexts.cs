using AzuSena.Memory.Search;
using AzuSena.Resources;

namespace AzuSena.Answering;

/// <summary>AzuSENA's fixed sentences, from <c>AnswerTexts.resx</c>.</summary>
internal static class AnswerTexts
{
    private static readonly ResourceTexts Texts = new(typeof(AnswerTexts));

    public static string Get(string name) => Texts.Get(name);

    /// <summary>States that the documents do not answer, what comes closest, and where to ask.</summary>
    /// <param name="closestTitles">The titles of the closest documents.</param>
    /// <param name="nextStep">Where to ask; empty for nothing.</param>
    public static string Abstention(IReadOnlyList<string> closestTitles, string nextStep)
    {
        var missing = closestTitles.Count == 0
            ? Get("Abstained")
            : Texts.Format("AbstainedWithTitles", [string.Join(", ", closestTitles.Select(title => $"«{title}»"))]);
        return nextStep.Length == 0 ? missing : $"{missing}\n\n{nextStep}";
    }

    /// <summary>States that one of several things asked is not in the documents.</summary>
    public static string PartMissing(string question) => Texts.Format("PartMissing", [question]);

    /// <summary>States what of the question the documents do not answer.</summary>
    public static string Missing(string what) => Texts.Format("Missing", [what]);

    /// <summary>States that articles are not in the documents, as the whole answer or before the rest of it.</summary>
    public static string RulesMissing(RuleLookup rules) => Texts.Format(
        rules.Found.Count == 0 ? "RuleMissing" : "RulePartlyMissing",
        [string.Join(" ni del ", rules.Missing.Select(rule => rule.Text))]);
}
