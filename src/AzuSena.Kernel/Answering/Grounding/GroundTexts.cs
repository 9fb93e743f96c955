using AzuSena.Passages;

namespace AzuSena.Answering.Grounding;

/// <summary>Everything that the sentences of one answer are held against, and how rare each stem is in it.</summary>
internal sealed class GroundTexts
{
    private readonly Dictionary<string, int> _frequencies;

    public GroundTexts(IEnumerable<Passage> passages, IEnumerable<string> toolResults)
    {
        Units = [.. passages.Select((passage, i) => GroundText.Of(i + 1, passage)).Concat(toolResults.Select(GroundText.OfTool)).SelectMany(text => text.Units)];
        _frequencies = Units.SelectMany(unit => unit.Stems).CountBy(stem => stem, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        Everything = new HeldLiterals(Units, withPlace: true);
    }

    /// <summary>Every sentence and list.</summary>
    public GroundUnit[] Units { get; }

    /// <summary>All literals, wherever they stand.</summary>
    public HeldLiterals Everything { get; }

    /// <summary>How rare a stem is among the sentences, as BM25 weighs it; never negative.</summary>
    public double Idf(string stem)
    {
        var count = _frequencies.GetValueOrDefault(stem);
        return Math.Log(1 + ((Units.Length - count + 0.5) / (count + 0.5)));
    }
}
