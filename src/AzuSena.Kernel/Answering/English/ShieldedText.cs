using System.Globalization;
using System.Text.RegularExpressions;
using AzuSena.Spanish;

namespace AzuSena.Answering.English;

/// <summary>
/// A Spanish text with placeholders for what Apertium would spoil: addresses, amounts, dates and proper names, which it must not touch, and terms that it does
/// not know (<c>spanish-terms.txt</c>).
/// </summary>
internal sealed partial class ShieldedText
{
    private static readonly Dictionary<string, string> Terms =
        NamedLines.Read(typeof(ShieldedText), "spanish-terms.txt").ToDictionary(line => line.Name, line => line.Value, StringComparer.OrdinalIgnoreCase);

    // Longest first, so that a term takes precedence over its own beginning.
    private static readonly Regex Term = new(
        $@"\b({string.Join('|', Terms.Keys.OrderByDescending(term => term.Length).Select(Regex.Escape))})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private readonly List<string> _shielded = [];

    private ShieldedText(string text)
    {
        text = Untouched().Replace(text, match => Placeholder(match.Value));
        text = Term.Replace(text, match => Placeholder(English(match.Value)));
        Text = ProperName().Replace(text, match => Named(match.Value));
    }

    /// <summary>The text to translate.</summary>
    public string Text { get; }

    /// <summary>Shields a text.</summary>
    public static ShieldedText Of(string text) => new(text);

    /// <summary>The translation with what was shielded; null if the translator lost or repeated some of it.</summary>
    public string? Restore(string translation)
    {
        var names = new HashSet<int>();
        var isWhole = true;
        var restored = Placeholders().Replace(WithoutMovedCapital(translation), match =>
        {
            var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            isWhole &= number < _shielded.Count && names.Add(number);
            return isWhole ? _shielded[number] : "";
        });
        return isWhole && names.Count == _shielded.Count ? restored : null;
    }

    // No word of any language, so that the translator passes it through.
    private string Placeholder(string shielded)
    {
        _shielded.Add(shielded);
        return $"qzx{_shielded.Count - 1}";
    }

    // Apertium gives the capital of a sentence to the first word that it knows.
    private string WithoutMovedCapital(string translation)
    {
        var (said, at) = (Leading().Match(Text).Length, Leading().Match(translation).Length);
        return said > 0 && said < Text.Length && char.IsLower(Text[said]) && at > 0 && at < translation.Length
            ? translation[..at] + char.ToLowerInvariant(translation[at]) + translation[(at + 1)..]
            : translation;
    }

    // "El Consejo Directivo Nacional": the article is not of the name.
    private string Named(string words)
    {
        var article = words[..(words.IndexOf(' ', StringComparison.Ordinal) + 1)];
        var name = SpanishAnalyzer.IsStopWord(SpanishAnalyzer.Fold(article.AsSpan().TrimEnd())) ? words[article.Length..] : words;
        return name.Contains(' ', StringComparison.Ordinal) ? words[..^name.Length] + Placeholder(name) : words;
    }

    private static string English(string term) =>
        char.IsUpper(term[0]) ? char.ToUpperInvariant(Terms[term][0]) + Terms[term][1..] : Terms[term];

    [GeneratedRegex(
        @"(https?://|www\.)[^\s)\]>]*[^\s)\]>.,;:]|[\w.+-]+@[\w-]+(\.[\w-]+)+|\w[\w-]*(\.[a-z]\w+)+(/[\w./-]*\w)?|\$ ?\d+([.,]\d+)*|\d+/\d+(/\d+)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Untouched();

    // "Rodolfo Martínez Tono" is no tone.
    [GeneratedRegex(@"\b\p{Lu}\p{L}+( \p{Lu}\p{L}+)+\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ProperName();

    [GeneratedRegex(@"^(\W*qzx\d+)+\W*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Leading();

    [GeneratedRegex(@"qzx(?<number>\d{1,4})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholders();
}
