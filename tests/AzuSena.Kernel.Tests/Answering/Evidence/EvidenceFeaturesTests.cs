using AzuSena.Support;

namespace AzuSena.Answering.Evidence;

public sealed class EvidenceFeaturesTests
{
    [Fact]
    public void From_PassageThatHoldsTheQuestion_IsFull()
    {
        const string Question = "¿Cuánto dura el contrato de Betowa?";

        var features = EvidenceFeatures.From(Question, Samples.Search(Question, Samples.Passage("Dura contrato Betowa.", "Dura contrato Betowa")));

        features.Should().BeEquivalentTo(new { SentenceCoverage = 1d, PairCoverage = 1d, GramCoverage = 1d, PlaceCoverage = 1d, MissingNames = 0d });
        features.Match.Should().BeApproximately(4 / (2.2 * 3 * Samples.Idf), 1e-9);
        features.Strength.Should().BeApproximately(Math.Log(1 + (4 / (2.2 * 4))), 1e-9);
    }

    [Fact]
    public void From_PassageWithNothingOfTheQuestion_IsEmpty()
    {
        const string Question = "¿Quién fundó Xilolandia?";

        var features = EvidenceFeatures.From(Question, Samples.Search(Question, Samples.Passage("Zumo.", "Zumo")));

        features.Should().BeEquivalentTo(new { SentenceCoverage = 0d, PairCoverage = 0d, GramCoverage = 0d, PlaceCoverage = 0d, MissingNames = 1d });
    }

    [Fact]
    public void From_SentenceWithHalfTheMass_IsCoveredByHalf()
    {
        const string Question = "contrato biblioteca";

        var features = EvidenceFeatures.From(Question, Samples.Search(Question, Samples.Passage("El contrato.", "Contrato")));

        features.SentenceCoverage.Should().Be(0.5);
        features.PlaceCoverage.Should().Be(0.5);
        features.PairCoverage.Should().Be(0);
    }

    [Fact]
    public void From_CapitalOfTheFirstWord_IsNoName()
    {
        const string Question = "Zapatos";

        EvidenceFeatures.From(Question, Samples.Search(Question, Samples.Passage("Otra cosa."))).MissingNames.Should().Be(0);
    }

    [Fact]
    public void ToVector_Features_AreInTheModelsOrder() => new EvidenceFeatures(1, 2, 3, 4, 5, 6, 7).ToVector().Should().Equal(1, 2, 3, 4, 5, 6, 7);
}
