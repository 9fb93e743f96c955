using System.Text.RegularExpressions;
using AzuSena.Language;
using AzuSena.Legal;

namespace AzuSena.Answering.Grounding.Facts;

/// <summary>All that stands literally in a sentence: numbers, dates, laws, articles and names.</summary>
internal sealed partial class Literals
{
    // "Mil novecientos" is a number with a capital; "Ley" and "Enero" are no names.
    private static readonly HashSet<string> NoNames =
    [
        "ley", "leyes", "decreto", "decretos", "resolucion", "acuerdo", "circular", "articulo", "articulos", "art", "sentencia", "concepto", "capitulo", "titulo", "paragrafo", "numeral", "literal",
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre", "octubre", "noviembre", "diciembre", "si", "no",
    ];

    private readonly FoldedText _folded;

    private Literals(string text)
    {
        Text = text;
        _folded = FoldedText.Of(text);
        Legal = LegalReferences.Read(_folded.Value);
        var masked = Mask(_folded.Value, Legal.Laws.Select(law => (law.Start, law.End)).Concat(Legal.Articles.Select(article => (article.Start, article.End))));
        Dates = DateReader.Read(masked);
        masked = Mask(masked, Dates.Select(date => (date.Start, date.End)));
        var romans = Romans(text);
        Numbers = [.. NumberReader.Read(masked).Select(number => number with { Start = Place(number.Start, number.End).Start.Value, End = Place(number.Start, number.End).End.Value }).Where(number => !romans.Exists(roman => roman.Start == number.Start)), .. romans];
        Names = ReadNames();
        NameCounts = Names.CountBy(name => name.Keys[0], StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        NumberCounts = Numbers.Where(number => !number.IsLoose).Select(number => number.Keys[0])
            .Concat(Dates.Select(date => date.Year).OfType<int>().Select(year => NumberReader.Key(year)))
            .CountBy(key => key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The text as it was written.</summary>
    public string Text { get; }

    /// <summary>Laws and articles; their places are those of the folded text.</summary>
    public LegalReferences Legal { get; }

    /// <summary>Dates; their places are those of the folded text.</summary>
    public IReadOnlyList<PartialDate> Dates { get; }

    /// <summary>Numbers that are part of no law or date; their places are those of the text.</summary>
    public IReadOnlyList<Fact> Numbers { get; }

    /// <summary>Words with a capital, the first of a sentence marked as loose; their places are those of the text.</summary>
    public IReadOnlyList<Fact> Names { get; }

    /// <summary>How often each name is said.</summary>
    public IReadOnlyDictionary<string, int> NameCounts { get; }

    /// <summary>How often each number and year is said.</summary>
    public IReadOnlyDictionary<string, int> NumberCounts { get; }

    /// <summary>Reads a text.</summary>
    public static Literals Of(string text) => new(text);

    /// <summary>Where a stretch of the folded text stands in the text.</summary>
    public Range Place(int start, int end) => _folded.Original(start, end);

    /// <summary>Whether a word of the text is a part of a number, date or law.</summary>
    public bool Covers(int start, int end) =>
        Numbers.Any(number => number.Start < end && start < number.End && !number.IsLoose)
        || Dates.Select(date => Place(date.Start, date.End))
            .Concat(Legal.Laws.Select(law => Place(law.Start, law.End)))
            .Concat(Legal.Articles.Select(article => Place(article.Start, article.End)))
            .Any(range => range.Start.Value < end && start < range.End.Value);

    /// <summary>The keys of the numbers that the text proves: those of dates and laws' years too.</summary>
    public IEnumerable<string> ProvenNumbers() => Numbers.SelectMany(number => number.Keys)
        .SelectMany(key => key.StartsWith("p:", StringComparison.Ordinal) ? [key, key[2..]] : new[] { key })
        .Concat(Dates.SelectMany(date => new[] { date.Year, date.Day }).Concat(Legal.Laws.Select(law => law.Year)).OfType<int>().Select(number => NumberReader.Key(number)));

    private static string Mask(string text, IEnumerable<(int Start, int End)> stretches)
    {
        var letters = text.ToCharArray();
        foreach (var (start, end) in stretches)
        {
            letters.AsSpan(start, end - start).Fill(';');
        }

        return new string(letters);
    }

    private static List<Fact> Romans(string text) => RomanNumeral().Matches(text)
        .Select(match => (match, Value: SpanishNumbers.Roman(match.Value)))
        .Where(pair => pair.Value is not null)
        .Select(pair => new Fact(FactKind.Number, pair.match.Index, pair.match.Index + pair.match.Length, [NumberReader.Key(pair.Value!.Value)]))
        .ToList();

    private List<Fact> ReadNames()
    {
        var names = new List<Fact>();
        if (IsShouted())
        {
            return names;
        }

        foreach (var range in SpanishAnalyzer.Words(Text))
        {
            var (start, end) = (range.Start.Value, range.End.Value);
            var word = SpanishAnalyzer.Fold(Text.AsSpan()[range]);
            if (!char.IsUpper(Text[start]) || word.Length < 2 || word.Any(char.IsDigit) || SpanishAnalyzer.IsStopWord(word) || NoNames.Contains(word) || Covers(start, end))
            {
                continue;
            }

            names.Add(new Fact(FactKind.Name, start, end, [word], IsLoose: StartsSentence(start)));
        }

        return names;
    }

    private bool StartsSentence(int at)
    {
        var before = Text.AsSpan(0, at).TrimEnd(" \t*_\"'«“‘(¿¡[-–—•");
        return before.Length == 0 || before[^1] is '.' or '?' or '!' or '…' or ':' or ';' or '\n' or '#';
    }

    // A line in capitals has no names that could be told.
    private bool IsShouted() => Text.Count(char.IsUpper) > Text.Count(char.IsLower);

    [GeneratedRegex(@"(?<![\p{L}\d])(?:[IVXLCDM]{2,}|(?<=\b(?:[Ss]iglos?|[Cc]apítulo|[Tt]ítulo|[Ll]ibro|[Tt]omo|[Pp]arte|[Gg]rado|[Ff]ase|[Nn]ivel|[Tt]ipo|\p{Lu}\p{Ll}+) )[IVX])(?![\p{L}\d])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RomanNumeral();
}
