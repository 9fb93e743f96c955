using AzuSena.Answering.Ranking;
using AzuSena.Memory.Search;
using AzuSena.Support;

namespace AzuSena.Answering.Evidence;

public sealed class EvidenceFeaturesTests
{
    [Fact]
    public void From_PassageThatHoldsTheQuestion_IsFull()
    {
        const string Question = "¿Cuánto dura el contrato de Betowa?";

        var features = Of(Question, Samples.Search(Question, Samples.Passage("Dura contrato Betowa.", "Dura contrato Betowa")));

        features.Should().BeEquivalentTo(new { SentenceCoverage = 1d, PairCoverage = 1d, GramCoverage = 1d, PlaceCoverage = 1d, MissingNames = 0d });
        features.Match.Should().BeApproximately(4 / (2.2 * 3 * Samples.Idf), 1e-9);
        features.Strength.Should().BeApproximately(Math.Log(1 + (4 / (2.2 * 4))), 1e-9);
    }

    [Fact]
    public void From_PassageWithNothingOfTheQuestion_IsEmpty()
    {
        const string Question = "¿Quién fundó Xilolandia?";

        var features = Of(Question, Samples.Search(Question, Samples.Passage("Zumo.", "Zumo")));

        features.Should().BeEquivalentTo(new { SentenceCoverage = 0d, PairCoverage = 0d, GramCoverage = 0d, PlaceCoverage = 0d, MissingNames = 1d });
    }

    [Fact]
    public void From_SentenceWithHalfTheMass_IsCoveredByHalf()
    {
        const string Question = "contrato biblioteca";

        var features = Of(Question, Samples.Search(Question, Samples.Passage("El contrato.", "Contrato")));

        features.SentenceCoverage.Should().Be(0.5);
        features.PlaceCoverage.Should().Be(0.5);
        features.PairCoverage.Should().Be(0);
    }

    [Fact]
    public void From_CapitalOfTheFirstWord_IsNoName()
    {
        const string Question = "Zapatos";

        Of(Question, Samples.Search(Question, Samples.Passage("Otra cosa."))).MissingNames.Should().Be(0);
    }

    [Fact]
    public void From_RareWordThatIsMissing_WeighsMoreThanItsShare()
    {
        const string Question = "contrato Xilofonía";
        var search = Samples.Search(Question, Samples.Passage("El contrato."));
        var rare = search with { Terms = [search.Terms[0], search.Terms[1] with { Idf = 2 * Samples.Idf }] };

        var features = Of(Question, rare);

        features.RareCoverage.Should().BeApproximately(1 / 5.0, 1e-9);
        features.SentenceCoverage.Should().BeApproximately(1 / 3.0, 1e-9);
    }

    [Fact]
    public void From_WordsThatNoDocumentHas_AreCounted()
    {
        const string Question = "contrato Xilofonía";
        var search = Samples.Search(Question, Samples.Passage("El contrato."));

        Of(Question, search with { Terms = [search.Terms[0], search.Terms[1] with { Idf = search.RarestIdf + 1 }] }).UnknownTerms.Should().Be(0.5);
    }

    [Theory]
    [InlineData("¿Cuánto dura el contrato?", "El contrato dura poco.", 1)]
    [InlineData("¿Cuánto dura el contrato?", "El contrato dura 3 años.", 0)]
    [InlineData("¿Qué pasa con el contrato?", "El contrato dura poco.", 0)]
    public void From_SentenceWithoutTheKindAskedFor_SaysSo(string question, string text, double missing) =>
        Of(question, Samples.Search(question, Samples.Passage(text))).TypeMissing.Should().Be(missing);

    [Fact]
    public void From_Cosines_AreTheBestAndTheMean()
    {
        const string Question = "contrato";
        var search = Samples.Search(Question, Samples.Passage("Uno."), Samples.Passage("Dos.", position: 1));

        var features = Of(Question, search with { Hits = [search.Hits[0] with { Cosine = 0.4 }, search.Hits[1] with { Cosine = 0.6 }] });

        features.Nearness.Should().Be(0.6);
        features.Neighbourhood.Should().BeApproximately(0.5, 1e-9);
    }

    [Fact]
    public void From_NoVectors_HasNoNearness()
    {
        const string Question = "contrato";

        var features = Of(Question, Samples.Search(Question, Samples.Passage("El contrato.")));

        features.Should().BeEquivalentTo(new { Nearness = 0d, Neighbourhood = 0d });
    }

    [Theory]
    [InlineData("contrato de 3 meses", 0)]
    [InlineData("contrato de 3 meses y 45 días", 0.5)]
    [InlineData("contrato de 45 días", 1)]
    [InlineData("contrato", 0)]
    public void From_Numbers_AreMissingByTheirShare(string question, double missing) =>
        Of(question, Samples.Search(question, Samples.Passage("Otro."), Samples.Passage("El contrato dura 3 meses.", position: 1)))
        .MissingNumbers.Should().Be(missing);

    [Theory]
    [InlineData("¿Qué hace la Cámara de Comercio?", "El comercio tiene su espacio. La cámara graba.", 0)]
    [InlineData("¿Qué hace la Cámara de Comercio?", "El comercio pide contrato.", 1)]
    [InlineData("¿Qué hace la Cámara de Comercio?", "La cámara graba.", 1)]
    [InlineData("¿Qué hace la cámara de comercio?", "La cámara graba.", 0)]
    [InlineData("¿Quién dirige?", "Nadie.", 0)]
    public void From_FullNameThatNoPassageHolds_IsAbsent(string question, string text, double absent) =>
        Of(question, Samples.Search(question, Samples.Passage(text))).AbsentName.Should().Be(absent);

    [Fact]
    public void From_FullNameSpreadOverPassages_IsAbsent()
    {
        const string Question = "¿Qué hace la Cámara de Comercio?";

        Of(Question, Samples.Search(Question, Samples.Passage("La cámara graba."), Samples.Passage("El comercio vende.", position: 1)))
            .AbsentName.Should().Be(1);
    }

    [Theory]
    [InlineData("¿Cuánto vale en 2031?", 1)]
    [InlineData("¿Cuánto vale con 2500 pesos?", 0)]
    public void From_YearThatNoDocumentHolds_IsUnknown(string question, double unknown)
    {
        var search = Samples.Search(question, Samples.Passage("Vale en 2024."));
        search = search with { Terms = [.. search.Terms.Select(term => char.IsDigit(term.Stem[0]) ? term with { Idf = search.RarestIdf + 1 } : term)] };

        Of(question, search).UnknownYear.Should().Be(unknown);
    }

    [Fact]
    public void From_YearThatSomeDocumentHolds_IsKnown()
    {
        const string Question = "¿Cuánto vale en 2024?";

        Of(Question, Samples.Search(Question, Samples.Passage("Otro."))).UnknownYear.Should().Be(0);
    }

    [Fact]
    public void Values_Features_AreInTheOrderOfTheirNames()
    {
        var features = new EvidenceFeatures();
        foreach (var (index, name) in EvidenceFeatures.Names(withVectors: true, withReader: true).Index())
        {
            typeof(EvidenceFeatures).GetProperty(name)!.SetValue(features, index + 1.0);
        }

        foreach (var (vectors, reader) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            var all = EvidenceFeatures.Names(withVectors: true, withReader: true).ToList();
            features.Values(vectors, reader).Should().Equal(EvidenceFeatures.Names(vectors, reader).Select(name => all.IndexOf(name) + 1.0));
        }
    }

    private static EvidenceFeatures Of(string question, SearchResult search) => EvidenceFeatures.From(question, search, QuoteRanking.Of(question, search));
}
