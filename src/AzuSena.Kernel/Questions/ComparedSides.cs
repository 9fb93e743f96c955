using System.Text.RegularExpressions;

namespace AzuSena.Questions;

/// <summary>The two things that a question compares: "un técnico" and "un tecnólogo" of "¿En qué se diferencian un técnico y un tecnólogo?".</summary>
/// <param name="First">The first, as written.</param>
/// <param name="Second">The second.</param>
public sealed partial record ComparedSides(string First, string Second)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    // A side may hold an "y" or "de" of its own, so the shorter first side is tried before the longer one.
    private const string Sides = @"(?<first>[^?¿,;:]{2,80}?)";
    private const string End = @"(?<second>[^?¿,;:.]{2,80}?)\s*(,? (son lo mismo|es lo mismo|qué|cual|cuál)\b.*)?[?.]*\s*$";

    /// <summary>The sides of a question; null if it compares nothing, or not two things.</summary>
    public static ComparedSides? Of(string question)
    {
        // "¿Es lo mismo…?" asks whether something is so, and compares.
        Regex[] patterns = QuestionKinds.Of(question) is QuestionKind.Comparison
            ? [Between(), Differs(), Same(), Better(), SameAfter()]
            : [Same(), SameAfter()];
        var match = patterns.Select(pattern => pattern.Match(question)).FirstOrDefault(it => it.Success);
        return match is null ? null : new ComparedSides(match.Groups["first"].Value.Trim(), match.Groups["second"].Value.Trim());
    }

    [GeneratedRegex(@"\bentre " + Sides + @" (y|e|o) " + End, Options)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(diferencian?|distinguen?) (a )?" + Sides + @" (y|e|de|del) " + End, Options)]
    private static partial Regex Differs();

    [GeneratedRegex(@"\blo mismo " + Sides + @" (que|y) " + End, Options)]
    private static partial Regex Same();

    [GeneratedRegex(@"\bes mejor\b[^,:]*[,:] ?" + Sides + @" o " + End, Options)]
    private static partial Regex Better();

    [GeneratedRegex(@"^¿?" + Sides + @" y (?<second>[^?¿,;:.]{2,80}?),? son lo mismo\b", Options)]
    private static partial Regex SameAfter();
}
