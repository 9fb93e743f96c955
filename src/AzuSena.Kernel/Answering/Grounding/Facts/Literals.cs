using AzuSena.Spanish;
using AzuSena.Spanish.Legal;
using AzuSena.Spanish.Numbers;

namespace AzuSena.Answering.Grounding.Facts;

/// <summary>All literals of a sentence: numbers, dates, laws, articles and names.</summary>
internal sealed class Literals
{
    // "Mil novecientos" is a capitalised number; "Ley" and "Enero" are not names.
    private static readonly HashSet<string> NoNames =
    [
        "ley", "leyes", "decreto", "decretos", "resolucion", "acuerdo", "circular", "articulo", "articulos", "art", "sentencia", "concepto", "capitulo",
        "titulo", "paragrafo", "numeral", "literal", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre",
        "octubre", "noviembre", "diciembre", "si", "no",
    ];

    private readonly FoldedText _folded;

    // The ranges of numbers, dates and laws, sorted and disjoint.
    private readonly List<(int Start, int End)> _covered;

    private Literals(string text)
    {
        Text = text;
        _folded = FoldedText.Of(text);
        Legal = LegalReferences.Read(_folded.Value);
        var masked = Mask(_folded.Value, Legal.Laws.Select(law => (law.Start, law.End)).Concat(Legal.Articles.Select(article => (article.Start, article.End))));
        Dates = DateReader.Read(masked);
        masked = Mask(masked, Dates.Select(date => (date.Start, date.End)));
        var romans = Romans(text);
        var romanStarts = romans.Select(roman => roman.Start).ToHashSet();
        Numbers =
        [
            .. NumberReader.Read(masked)
                .Select(number => number with { Start = Place(number.Start, number.End).Start.Value, End = Place(number.Start, number.End).End.Value })
                .Where(number => !romanStarts.Contains(number.Start)),
            .. romans
        ];
        _covered = Covered();
        Names = ReadNames();
        NameCounts = Names.CountBy(name => name.Keys[0], StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        NumberCounts = Numbers.Where(number => !number.IsLoose).Select(number => number.Keys[0])
            .Concat(Dates.Select(date => date.Year).OfType<int>().Select(year => NumberReader.Key(year)))
            .CountBy(key => key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The original text.</summary>
    public string Text { get; }

    /// <summary>Laws and articles; positions refer to the folded text.</summary>
    public LegalReferences Legal { get; }

    /// <summary>Dates; positions refer to the folded text.</summary>
    public IReadOnlyList<PartialDate> Dates { get; }

    /// <summary>Numbers that are not part of a law or date; positions refer to the original text.</summary>
    public IReadOnlyList<Fact> Numbers { get; }

    /// <summary>Capitalised words, the first of a sentence marked as loose; positions refer to the original text.</summary>
    public IReadOnlyList<Fact> Names { get; }

    /// <summary>The number of occurrences of each name.</summary>
    public IReadOnlyDictionary<string, int> NameCounts { get; }

    /// <summary>The number of occurrences of each number and year.</summary>
    public IReadOnlyDictionary<string, int> NumberCounts { get; }

    /// <summary>Analyses a text.</summary>
    public static Literals Of(string text) => new(text);

    /// <summary>The range of the original text for a range of the folded text.</summary>
    public Range Place(int start, int end) => _folded.Original(start, end);

    /// <summary>Whether a word is part of a number, date or law.</summary>
    public bool Covers(int start, int end)
    {
        var (low, high) = (0, _covered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _covered[middle].End <= start ? (middle + 1, high) : (low, middle);
        }

        return low < _covered.Count && _covered[low].Start < end;
    }

    /// <summary>The keys of the numbers that the text proves, including those of dates and of laws' years.</summary>
    public IEnumerable<string> ProvenNumbers() => Numbers.SelectMany(number => number.Keys)
        .SelectMany(key => key.StartsWith("p:", StringComparison.Ordinal) ? [key, key[2..]] : new[] { key })
        .Concat(
            Dates.SelectMany(date => new[] { date.Year, date.Day })
                .Concat(Legal.Laws.Select(law => law.Year))
                .OfType<int>()
                .Select(number => NumberReader.Key(number)));

    private List<(int Start, int End)> Covered()
    {
        var places = Dates.Select(date => Place(date.Start, date.End))
            .Concat(Legal.Laws.Select(law => Place(law.Start, law.End)))
            .Concat(Legal.Articles.Select(article => Place(article.Start, article.End)))
            .Select(range => (Start: range.Start.Value, End: range.End.Value))
            .Concat(Numbers.Where(number => !number.IsLoose).Select(number => (number.Start, number.End)))
            .Where(place => place.End > place.Start)
            .Order();
        var covered = new List<(int Start, int End)>();
        foreach (var place in places)
        {
            if (covered is [.., var last] && place.Start < last.End)
            {
                covered[^1] = (last.Start, Math.Max(last.End, place.End));
            }
            else
            {
                covered.Add(place);
            }
        }

        return covered;
    }

    private static string Mask(string text, IEnumerable<(int Start, int End)> stretches)
    {
        var letters = text.ToCharArray();
        foreach (var (start, end) in stretches)
        {
            letters.AsSpan(start, end - start).Fill(';');
        }

        return new string(letters);
    }

    private static List<Fact> Romans(string text) => RomanNumerals.Find(text)
        .Select(range => (range, Value: NumberValues.Roman(text.AsSpan()[range])))
        .Where(pair => pair.Value is not null)
        .Select(pair => new Fact(FactKind.Number, pair.range.Start.Value, pair.range.End.Value, [NumberReader.Key(pair.Value!.Value)]))
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
            if (!char.IsUpper(Text[start]) || word.Length < 2 || word.Any(char.IsDigit)
                || SpanishAnalyzer.IsStopWord(word) || NoNames.Contains(word) || Covers(start, end))
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

    // In a line in capitals, names cannot be recognised.
    private bool IsShouted() => Text.Count(char.IsUpper) > Text.Count(char.IsLower);
}
