using System.Text.RegularExpressions;
using AzuSena.Spanish.Legal;

namespace AzuSena.Memory.Corpus;

/// <summary>The names that a law goes by besides its number.</summary>
internal static partial class LawTitle
{
    private const int MaxWords = 12;
    private const int MaxLines = 12;

    /// <summary>The name of a numbered law with the code that it enacts: <c>ley 599 de 2000 (Código Penal)</c>.</summary>
    /// <param name="law">The law.</param>
    /// <param name="heading">The lines from its name to its first article.</param>
    public static string WithCode(LawName law, IEnumerable<string> heading) =>
        Enacted().Match(string.Join('\n', heading.Take(MaxLines))) is { Success: true } match
            ? $"{law.Name} ({match.Groups["code"].Value.Split(" y se ")[0].Trim()})"
            : law.Name;

    /// <summary>The code or reglamento that a line above the first article names, or null.</summary>
    public static LawName? Of(IEnumerable<string> above) => above
        .Where(line => NameLine().IsMatch(line) && line.Split(' ').Length <= MaxWords)
        .Select(LawName.Read)
        .FirstOrDefault();

    [GeneratedRegex(
        @"\b(?:expiden?|adoptan?|promulgan?)\s+(?:el|la)\s+(?:nuevo\s+)?(?<code>(?:C[óo]digo|C[ÓO]DIGO|Estatuto|ESTATUTO)\b[^.,;:()""”\n]{3,100})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Enacted();

    [GeneratedRegex(
        @"^(?:C[óo]digo|C[ÓO]DIGO|Reglamento|REGLAMENTO|Estatuto|ESTATUTO|Constituci[óo]n|CONSTITUCI[ÓO]N|Manual|MANUAL)\s[^.;:]+$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NameLine();
}
