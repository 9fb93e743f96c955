using AzuSena.Answering.Ranking;
using AzuSena.Memory.Search;
using AzuSena.Passages;
using AzuSena.Spanish;

namespace AzuSena.Answering.Evidence;

/// <summary>Features that distinguish answerable questions from those that the documents do not answer. All range from 0 to about 1.</summary>
public sealed record EvidenceFeatures
{
    private const int MaxPassages = 5;

    // A term's weight can reach k1 + 1 times its idf.
    private const double MaxTermWeight = 2.2;

    private const double MaxLogOdds = 8;

    /// <summary>Best BM25 score divided by the maximum that the question's idf mass allows.</summary>
    public double Match { get; init; }

    /// <summary>ln(1 + best BM25 in units of one term that occurs once): the amount of matched text, larger for long questions.</summary>
    public double Strength { get; init; }

    /// <summary>Largest share of the idf mass that one sentence with its context contains.</summary>
    public double SentenceCoverage { get; init; }

    /// <summary>Largest share of the question's adjacent word pairs that one passage contains.</summary>
    public double PairCoverage { get; init; }

    /// <summary>Largest share of the question's character 4-grams that one passage contains.</summary>
    public double GramCoverage { get; init; }

    /// <summary>Largest share of the idf mass that the title and headings of one passage contain.</summary>
    public double PlaceCoverage { get; init; }

    /// <summary>Share of the question's capitalised words that the best passage lacks.</summary>
    public double MissingNames { get; init; }

    /// <summary>Largest share of the rare terms that one passage contains, each term weighted by the square of its idf.</summary>
    public double RareCoverage { get; init; }

    /// <summary>Share of the question's terms that no document contains.</summary>
    public double UnknownTerms { get; init; }

    /// <summary>Share of the idf mass of spelling corrections: the words may have meant something that the documents do not contain.</summary>
    public double GuessedTerms { get; init; }

    /// <summary>1 if the question asks for a kind of thing (a number, a date, a name, a list) that the best sentence lacks.</summary>
    public double TypeMissing { get; init; }

    /// <summary>Largest share of the idf mass that one sentence alone contains.</summary>
    public double SentenceAlone { get; init; }

    /// <summary>Share of the question's numbers missing from the passage with most of them.</summary>
    public double MissingNumbers { get; init; }

    /// <summary>ln(1 + number of terms).</summary>
    public double Length { get; init; }

    /// <summary>1 if a full name of the question is in no passage.</summary>
    public double AbsentName { get; init; }

    /// <summary>1 if the question names a year that no document contains.</summary>
    public double UnknownYear { get; init; }

    /// <summary>1 if the question names a number of a person or a group, such as that of an identity card: what it asks is in no document.</summary>
    public double PersonalNumber { get; init; }

    /// <summary>Best cosine of a passage's vector and the question's; 0 without vectors.</summary>
    public double Nearness { get; init; }

    /// <summary>Mean cosine of the first five passages; 0 without vectors.</summary>
    public double Neighbourhood { get; init; }

    /// <summary>Best cosine of a quotable unit's vector and the question's; 0 without vectors of units.</summary>
    public double ClosestUnit { get; init; }

    /// <summary>The same of the quote that ranks first.</summary>
    public double LeadCloseness { get; init; }

    /// <summary>The reader's highest log odds of a quote, against "not here": -1 to 1 for -8 to 8; 0 without a reader.</summary>
    public double ReadBest { get; init; }

    /// <summary>The same of the quote that ranks first.</summary>
    public double ReadFirst { get; init; }

    /// <summary>The same of all quotes of one passage together, the highest.</summary>
    public double ReadPassage { get; init; }

    private static readonly string[] WordNames =
    [
        nameof(Match), nameof(Strength), nameof(SentenceCoverage), nameof(PairCoverage), nameof(GramCoverage), nameof(PlaceCoverage), nameof(MissingNames),
        nameof(RareCoverage), nameof(UnknownTerms), nameof(GuessedTerms), nameof(TypeMissing),
        nameof(SentenceAlone), nameof(MissingNumbers), nameof(Length), nameof(AbsentName), nameof(UnknownYear),
        nameof(PersonalNumber),
    ];

    private static readonly string[] VectorNames = [nameof(Nearness), nameof(Neighbourhood), nameof(ClosestUnit), nameof(LeadCloseness)];

    private static readonly string[] ReaderNames = [nameof(ReadBest), nameof(ReadFirst), nameof(ReadPassage)];

    /// <summary>The features that are available, in the order of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Names(bool withVectors, bool withReader) =>
        [.. WordNames, .. withVectors ? VectorNames : [], .. withReader ? ReaderNames : []];

    /// <summary>The values of the features that are available.</summary>
    public double[] Values(bool withVectors, bool withReader) =>
        [
            Match, Strength, SentenceCoverage, PairCoverage, GramCoverage, PlaceCoverage, MissingNames, RareCoverage,
            UnknownTerms, GuessedTerms, TypeMissing, SentenceAlone,
            MissingNumbers, Length, AbsentName, UnknownYear, PersonalNumber,
            .. withVectors ? [Nearness, Neighbourhood, ClosestUnit, LeadCloseness] : Array.Empty<double>(),
            .. withReader ? [ReadBest, ReadFirst, ReadPassage] : Array.Empty<double>(),
        ];

    /// <summary>The features of a non-empty search result.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="search">The search result.</param>
    /// <param name="quotes">What can be quoted from it, best first.</param>
    public static EvidenceFeatures From(string question, SearchResult search, IReadOnlyList<RankedQuote> quotes)
    {
        var mass = Math.Max(search.Terms.Sum(term => term.Idf), double.Epsilon);
        var best = search.Hits.Max(hit => hit.Bm25);
        var top = search.Hits.Take(MaxPassages).ToArray();
        var passages = Array.ConvertAll(top, hit => SpanishAnalyzer.Stem($"{hit.Passage.Place}\n{hit.Passage.Text}\n{Listed(hit.Passage)}"));
        var held = Array.ConvertAll(passages, passage => passage.ToHashSet(StringComparer.Ordinal));
        var stems = search.Terms.Select(term => term.Stem).ToArray();
        var rare = Math.Max(search.Terms.Sum(term => term.Idf * term.Idf), double.Epsilon);
        return new EvidenceFeatures
        {
            Match = best / (MaxTermWeight * mass),
            Strength = Math.Log(1 + (best / (MaxTermWeight * search.RarestIdf))),
            SentenceCoverage = quotes
                .Select(quote => Math.Max(Asked(quote), Math.Max(quote.Features[QuoteFeature.Near], quote.Features[QuoteFeature.Context])))
                .DefaultIfEmpty(0).Max(),
            PairCoverage = QuestionFeatures.Coverage(QuestionFeatures.Pairs(stems), passages.Select(QuestionFeatures.Pairs)),
            GramCoverage = QuestionFeatures.Coverage(QuestionFeatures.Grams(stems), passages.Select(QuestionFeatures.Grams)),
            PlaceCoverage = top.Max(hit => PlaceMass(hit.Passage, search.Terms)) / mass,
            MissingNames = QuestionFeatures.Names(question) is { Count: > 0 } names ? 1 - QuestionFeatures.Share(names, held[0]) : 0,
            RareCoverage = held.Max(passage => search.Terms.Where(term => passage.Contains(term.Stem)).Sum(term => term.Idf * term.Idf)) / rare,
            UnknownTerms = search.Terms.Count(term => term.Idf > search.RarestIdf) / (double)Math.Max(1, search.Terms.Count),
            GuessedTerms = search.Terms.Where(term => term.IsGuess).Sum(term => term.Idf) / mass,
            TypeMissing = quotes is [var first, ..] && first.Features[QuoteFeature.Kind] < 0 ? 1 : 0,
            SentenceAlone = quotes.Select(quote => Math.Max(Asked(quote), quote.Features[QuoteFeature.Own])).DefaultIfEmpty(0).Max(),
            MissingNumbers = QuestionFeatures.Numbers(question) is { Count: > 0 } numbers
                ? 1 - held.Max(passage => QuestionFeatures.Share(numbers, passage))
                : 0,
            Length = Math.Log(1 + search.Terms.Count),
            AbsentName = QuestionFeatures.FullNames(question).Exists(name => !Array.Exists(held, passage => name.All(passage.Contains))) ? 1 : 0,
            UnknownYear = QuestionFeatures.Years(question).Any(year => search.Terms.Any(term => term.Stem == year && term.Idf > search.RarestIdf)) ? 1 : 0,
            PersonalNumber = QuestionFeatures.HasPersonalNumber(question) ? 1 : 0,
            Nearness = Math.Max(0, search.Hits.Max(hit => hit.Cosine) ?? 0),
            Neighbourhood = Math.Max(0, top.Average(hit => hit.Cosine) ?? 0),
            ClosestUnit = Math.Max(0, quotes.Max(quote => quote.Cosine) ?? 0),
            LeadCloseness = Math.Max(0, quotes is [var closest, ..] ? closest.Cosine ?? 0 : 0),
            ReadBest = Read(quotes.Max(quote => quote.Reading)),
            ReadFirst = Read(quotes is [var leading, ..] ? leading.Reading : null),
            ReadPassage = Read(quotes.Where(quote => quote.Reading is not null).GroupBy(quote => quote.Hit.Passage.Id)
                .Select(passage => (double?)Math.Log(passage.Sum(quote => Math.Exp(quote.Reading!.Value)))).Max()),
        };
    }

    private static double Read(double? logOdds) => Math.Clamp(logOdds ?? 0, -MaxLogOdds, MaxLogOdds) / MaxLogOdds;

    private static double Asked(RankedQuote quote) => quote.Features[QuoteFeature.Asked];

    private static string Listed(Passage passage) => string.Join('\n', passage.Questions.SelectMany(section => section.Questions));

    private static double PlaceMass(Passage passage, IReadOnlyList<QuestionTerm> terms)
    {
        var place = SpanishAnalyzer.Stem(passage.Place).ToHashSet(StringComparer.Ordinal);
        return terms.Where(term => place.Contains(term.Stem)).Sum(term => term.Idf);
    }
}
