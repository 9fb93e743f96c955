using AzuSena.Passages;

namespace AzuSena.Answering.Grounding;

/// <summary>All texts that the sentences of one answer are checked against, with the rarity of each stem in them.</summary>
internal sealed class GroundTexts
{
    private readonly Dictionary<string, int> _frequencies;

    public GroundTexts(IEnumerable<Passage> passages, IEnumerable<Passage> toolResults, int firstTool)
    {
        Units =
        [
            .. passages.Select((passage, i) => GroundText.Of(i + 1, passage))
                .Concat(toolResults.Select((result, i) => GroundText.Of(firstTool + i, result)))
                .SelectMany(text => text.Units)
        ];
        _frequencies = Units.SelectMany(unit => unit.Stems).CountBy(stem => stem, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Everything = new HeldLiterals(Units, withPlace: true);
    }

    /// <summary>All sentences and lists.</summary>
    public GroundUnit[] Units { get; }

    /// <summary>All literals, including those of titles, headings and sources.</summary>
    public HeldLiterals Everything { get; }

    /// <summary>The BM25 idf of a stem over the sentences; never negative.</summary>
    public double Idf(string stem)
    {
        var count = _frequencies.GetValueOrDefault(stem);
        return Math.Log(1 + ((Units.Length - count + 0.5) / (count + 0.5)));
    }
}
