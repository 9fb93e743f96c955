using System.Globalization;
using System.Text.RegularExpressions;
using AzuSena.Spanish;

namespace AzuSena.Answering.English;

/// <summary>
/// A Spanish text with names in place of what Apertium would spoil: addresses, amounts and dates, which it must not touch, and terms that it does not know
/// (<c>spanish-terms.txt</c>).
/// </summary>
internal sealed partial class ShieldedText
{
    private static readonly Dictionary<string, string> Terms =
        NamedLines.Read(typeof(ShieldedText), "spanish-terms.txt").ToDictionary(line => line.Name, line => line.Value, StringComparer.OrdinalIgnoreCase);

    // Longest first, so that a term takes precedence over its own beginning.
    private static readonly Regex Term = new(
        $@"\b({string.Join('|', Terms.Keys.OrderByDescending(term => term.Length).Select(Regex.Escape))})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    private readonly List<string> _shielded = [];

    private ShieldedText(string text) => Text = Term.Replace(Untouched().Replace(text, match => Name(match.Value)), match => Name(English(match.Value)));

    /// <summary>The text to translate.</summary>
    public string Text { get; }

    /// <summary>Shields a text.</summary>
    public static ShieldedText Of(string text) => new(text);

    /// <summary>The translation with what was shielded; null if the translator lost or repeated some of it.</summary>
    public string? Restore(string translation)
    {
        var names = new HashSet<int>();
        var isWhole = true;
        var restored = Shield().Replace(translation, match =>
        {
            var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            isWhole &= number < _shielded.Count && names.Add(number);
            return isWhole ? _shielded[number] : "";
        });
        return isWhole && names.Count == _shielded.Count ? restored : null;
    }

    // No word of any language, so that the translator passes it through.
    private string Name(string shielded)
    {
        _shielded.Add(shielded);
        return $"Qzx{_shielded.Count - 1}";
    }

    private static string English(string term) =>
        char.IsUpper(term[0]) ? char.ToUpperInvariant(Terms[term][0]) + Terms[term][1..] : Terms[term];

    [GeneratedRegex(
        @"https?://[^\s)\]>]*[^\s)\]>.,;:]|www\.[^\s)\]>]*[^\s)\]>.,;:]|[\w.+-]+@[\w-]+(\.[\w-]+)+|\w[\w-]*(\.[a-z]\w+)+(/[\w./-]*\w)?|\$ ?\d+([.,]\d+)*|\d+/\d+(/\d+)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Untouched();

    [GeneratedRegex(@"Qzx(?<number>\d{1,4})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Shield();
}
