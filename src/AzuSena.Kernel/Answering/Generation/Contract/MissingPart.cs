using System.Text.RegularExpressions;

namespace AzuSena.Answering.Generation.Contract;

/// <summary>Reads the line by which a model says what of the question the passages do not answer: <c>Falta: cuánto cuesta.</c></summary>
internal static partial class MissingPart
{
    private const string Label = "falta:";

    /// <summary>What is missing, empty if it is nothing; null if the sentence is no such line.</summary>
    public static string? Read(string sentence)
    {
        var match = Line().Match(sentence);
        return !match.Success ? null : match.Groups["what"].Value.Trim(' ', '.', '*', '_') is var what && Nothing().IsMatch(what) ? "" : what;
    }

    /// <summary>Whether a text may be the beginning of such a line.</summary>
    public static bool MayBegin(string text)
    {
        var plain = text.TrimStart('*', '_', '-', ' ');
        return plain.StartsWith(Label, StringComparison.OrdinalIgnoreCase) || Label.StartsWith(plain, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(
        @"^[*_\- ]*falta[*_]*:[*_]*\s*(?<what>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex(
        @"^(|-|no|nada( más)?|ningun[oa]|no falta nada|no aplica|n/a)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Nothing();
}
