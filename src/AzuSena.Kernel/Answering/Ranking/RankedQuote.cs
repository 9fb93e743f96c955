using AzuSena.Answers;
using AzuSena.Memory.Search;
using AzuSena.Passages;

namespace AzuSena.Answering.Ranking;

/// <summary>A quotable unit of a passage with its rank for a question.</summary>
/// <param name="Hit">The passage.</param>
/// <param name="Place">The passage with its units.</param>
/// <param name="Position">The index among the passage's units, from 0.</param>
/// <param name="Features">What the score was computed from.</param>
/// <param name="Score">The score: comparable within one ranking only.</param>
public sealed record RankedQuote(PassageHit Hit, QuotablePassage Place, int Position, QuoteFeatures Features, double Score)
{
    /// <summary>The reader's log odds that the quote answers, against "not here"; null if it was not read.</summary>
    public float? Reading { get; init; }

    /// <summary>The cosine of its vector and the question's; null if one of the two is missing.</summary>
    public double? Cosine => Hit.UnitCosines is { } cosines && Position < cosines.Count ? cosines[Position] : null;

    /// <summary>The unit with its terms and its surroundings.</summary>
    public QuotableUnit Piece => Place.Units[Position];

    /// <summary>The unit's range and parts.</summary>
    public PassageUnit Unit => Piece.Unit;

    /// <summary>Its text.</summary>
    public string Text => Piece.Text;

    /// <summary>Its distinct stems.</summary>
    public IReadOnlySet<string> Stems => Piece.Stems;

    /// <summary>The citation of the quote.</summary>
    /// <param name="number">The number of its passage in the answer, from 1.</param>
    public Citation Cite(int number)
    {
        var (start, length) = Unit.Span.GetOffsetAndLength(Hit.Passage.Text.Length);
        return Citation.Of(number, Hit.Passage, start, start + length);
    }

    /// <summary>Whether it stands later in the paragraph of another quote.</summary>
    public bool Continues(RankedQuote earlier) =>
        Hit.Passage.Id == earlier.Hit.Passage.Id && Position > earlier.Position && Piece.Paragraph == earlier.Piece.Paragraph;
}
