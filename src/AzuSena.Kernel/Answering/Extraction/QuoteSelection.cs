using AzuSena.Answering.Ranking;

namespace AzuSena.Answering.Extraction;

/// <summary>
/// Selects what an answer quotes: for each part of the question the best quote, with the sentences that it needs before it, as the lead; then what adds most to
/// it, the lead's own paragraph and section before others, within a limit of words; lists whole.
/// </summary>
internal sealed class QuoteSelection
{
    // The figures were chosen on the questions of tests/AzuSena.Evaluation: docs/decisions/0028-answers.md.
    private const int MaxWords = 126;
    private const int MaxWordsWithList = 160;
    private const double EnoughWords = 0.9;
    private const double MaxDistance = 5;

    // Elsewhere a quote that is much worse than the lead shares only general words with the question.
    private const double MaxDistanceElsewhere = 1;
    private const double MaxDistanceInOtherSections = 3;
    private const double OverlapPenalty = 3;
    private const double SameSection = 5;
    private const double SameParagraph = 6;
    private const double Duplicate = 0.75;
    private const int Considered = 60;
    private const int MaxMore = 4;

    private readonly List<RankedQuote> _lead = [];
    private readonly List<RankedQuote> _rest = [];
    private int _words;

    private QuoteSelection(IReadOnlyList<IReadOnlyList<RankedQuote>> parts)
    {
        var (candidates, others) = (new List<Candidate>(), new List<RankedQuote>());
        foreach (var quotes in parts.Where(quotes => quotes.Count > 0))
        {
            var lead = LeadOf(quotes);

            // What denies a premise leads, whatever its rank.
            var best = quotes.Max(quote => quote.Score);
            foreach (var quote in WithNeeded(lead, quotes))
            {
                Say(quote, _lead);
            }

            others.AddRange(quotes.Skip(1).Take(Considered).Where(quote => quote.Score > best - MaxDistance));
            candidates.AddRange(quotes.Skip(1).Take(Considered)
                .Where(quote => quote.Score > best - FarthestFrom(lead, quote))
                .Select(quote => new Candidate(quote, quote.Score - best + Belonging(quote, lead))));
        }

        while (_words < MaxWords * EnoughWords && Next(candidates) is { } next)
        {
            candidates.Remove(next);
            Say(next.Quote, _rest);
        }

        More = [.. others
            .Where(quote => !IsSaid(quote) && !quote.Piece.RefersBack && Overlap(quote) < Duplicate)
            .DistinctBy(quote => (quote.Hit.Passage.Id, quote.Piece.Heading))
            .Take(MaxMore)];
    }

    /// <summary>What answers by itself: of each part of the question its best quote.</summary>
    public IReadOnlyList<RankedQuote> Lead => _lead;

    /// <summary>What changes or completes it: how the lead's paragraphs go on, then the rest by passage, the lead's first, in each the best first.</summary>
    public IReadOnlyList<RankedQuote> Rest =>
    [
        .. _rest.Where(Continues).OrderBy(quote => quote.Position),
        .. _rest.Where(quote => !Continues(quote))
            .GroupBy(quote => quote.Hit.Passage.Id)
            .OrderBy(passage => _lead.Exists(quote => quote.Hit.Passage.Id == passage.Key) ? 0 : 1)
            .SelectMany(passage => passage),
    ];

    /// <summary>What else was found, best first, one quote for each section.</summary>
    public IReadOnlyList<RankedQuote> More { get; }

    /// <summary>Selects among the quotes of each part, best first.</summary>
    public static QuoteSelection Of(params IReadOnlyList<IReadOnlyList<RankedQuote>> parts) => new(parts);

    // A sentence that answers one part is no answer to the next, if another holds what that one asks for and is nearly as good.
    private RankedQuote LeadOf(IReadOnlyList<RankedQuote> quotes) => IsSaid(quotes[0])
        ? quotes.FirstOrDefault(quote =>
            !IsSaid(quote) && quote.Features[QuoteFeature.Kind] >= 0 && quote.Score > quotes[0].Score - MaxDistanceInOtherSections) ?? quotes[0]
        : quotes[0];

    // "Por esa razón…" is meaningless without the sentence before it.
    private static IEnumerable<RankedQuote> WithNeeded(RankedQuote lead, IReadOnlyList<RankedQuote> quotes)
    {
        var from = lead.Position;
        while (from > 0 && lead.Place.Units[from].RefersBack)
        {
            from--;
        }

        return quotes.Where(quote => quote.Place == lead.Place && quote.Position >= from && quote.Position <= lead.Position).OrderBy(quote => quote.Position);
    }

    private static double FarthestFrom(RankedQuote lead, RankedQuote quote) =>
        quote.Place != lead.Place ? MaxDistanceElsewhere
        : quote.Piece.Heading != lead.Piece.Heading ? MaxDistanceInOtherSections
        : double.PositiveInfinity;

    private static double Belonging(RankedQuote quote, RankedQuote lead) =>
        quote.Place != lead.Place ? 0
        : quote.Continues(lead) ? SameParagraph
        : quote.Piece.Heading == lead.Piece.Heading ? SameSection
        : 0;

    private bool Continues(RankedQuote quote) => _lead.Exists(quote.Continues);

    private Candidate? Next(List<Candidate> candidates)
    {
        var best = candidates
            .Where(candidate => !IsSaid(candidate.Quote) && Fits(candidate.Quote) && IsClear(candidate.Quote))
            .Select(candidate => (Candidate: candidate, Overlap: Overlap(candidate.Quote)))
            .Where(it => it.Overlap <= Duplicate)
            .Select(it => (it.Candidate, Value: it.Candidate.Value - (OverlapPenalty * it.Overlap)))
            .DefaultIfEmpty((Candidate: null!, Value: double.NegativeInfinity))
            .MaxBy(it => it.Value);
        return best.Value < -MaxDistance ? null : best.Candidate;
    }

    private bool Fits(RankedQuote quote) => _words + Words(quote) <= (quote.Unit.IsList ? MaxWordsWithList : MaxWords);

    private bool IsClear(RankedQuote quote) =>
        !quote.Piece.RefersBack || Said().Any(said => IsSame(said.Hit.Passage.Id, said.Position, quote, quote.Position - 1));

    private bool IsSaid(RankedQuote quote) => Said().Any(said => IsSame(said.Hit.Passage.Id, said.Position, quote, quote.Position));

    private double Overlap(RankedQuote quote) => Said()
        .Select(said => said.Stems.Count(quote.Stems.Contains) / (double)Math.Max(1, Math.Min(said.Stems.Count, quote.Stems.Count)))
        .DefaultIfEmpty(0)
        .Max();

    private IEnumerable<RankedQuote> Said() => _lead.Concat(_rest);

    private void Say(RankedQuote quote, List<RankedQuote> where)
    {
        if (!IsSaid(quote))
        {
            where.Add(quote);
            _words += Words(quote);
        }
    }

    private static bool IsSame(string passage, int position, RankedQuote quote, int other) => passage == quote.Hit.Passage.Id && position == other;

    private static int Words(RankedQuote quote) => quote.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private sealed record Candidate(RankedQuote Quote, double Value);
}
