using AzuSena.Answering.Ranking;
using AzuSena.Answers;
using AzuSena.Passages;

namespace AzuSena.Answering.Extraction;

/// <summary>Writes quotes one after the other: sentences of one paragraph together, one citation mark for a run of one passage.</summary>
internal sealed class QuotedText
{
    private const string Paragraph = "\n\n";

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private string _separator = "";

    /// <summary>Begins the first quote with a text, which is no sentence of its own: what it rests on is the quote.</summary>
    public void Preface(string text) => _separator = $"{text} ";

    /// <summary>The whole result of a tool, in a paragraph of its own.</summary>
    public AnswerPiece Tool(Passage result)
    {
        _numbers.Add(result.Id, _numbers.Count + 1);
        var piece = new AnswerPiece($"{_separator}{result.Text} [{_numbers.Count}]", Citation.Of(_numbers.Count, result, 0, result.Text.Length));
        _separator = Paragraph;
        return piece;
    }

    /// <summary>The pieces of some quotes.</summary>
    /// <param name="quotes">The quotes, in order.</param>
    /// <param name="isApart">Whether each has a line of its own, also if they are of one paragraph.</param>
    public IEnumerable<AnswerPiece> Pieces(IReadOnlyList<RankedQuote> quotes, bool isApart = false)
    {
        for (var i = 0; i < quotes.Count; i++)
        {
            var next = i + 1 < quotes.Count ? quotes[i + 1] : null;
            var citation = Cite(quotes[i]);
            var continues = next is not null && next.Hit.Passage.Id == quotes[i].Hit.Passage.Id;
            yield return new AnswerPiece($"{_separator}{Quote(quotes[i])}{(continues ? "" : $" [{citation.Number}]")}", citation);
            _separator = continues && !isApart && next!.Continues(quotes[i]) ? " " : Paragraph;
        }
    }

    /// <summary>The citation of a quote; a passage keeps its number.</summary>
    public Citation Cite(RankedQuote quote)
    {
        var passage = quote.Hit.Passage.Id;
        if (!_numbers.TryGetValue(passage, out var number))
        {
            _numbers.Add(passage, number = _numbers.Count + 1);
        }

        return quote.Cite(number);
    }

    // A list item quoted on its own loses its dash, which is only meaningful within the list; the number of a step says which it is.
    private static string Quote(RankedQuote quote) =>
        !quote.Unit.IsList && quote.Text.StartsWith(PassageText.ItemMark, StringComparison.Ordinal) ? quote.Text[PassageText.ItemMark.Length..] : quote.Text;
}
