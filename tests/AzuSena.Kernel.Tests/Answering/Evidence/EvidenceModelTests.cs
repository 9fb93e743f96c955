using AzuSena.Memory.Search;
using AzuSena.Support;
using FsCheck;
using FsCheck.Xunit;

namespace AzuSena.Answering.Evidence;

public sealed class EvidenceModelTests
{
    private const string Asked = "¿Cuánto dura el contrato de aprendizaje?";

    private static readonly SearchResult Found = Samples.Search(
        Asked, Samples.Passage("El contrato de aprendizaje dura tres años.", "Contrato de aprendizaje"), Samples.Passage("Otro contrato.", position: 1));

    [Fact]
    public void Confidence_NothingFound_IsZero() => EvidenceModel.Confidence(Asked, Samples.Search(Asked)).Should().Be(0);

    [Fact]
    public void Confidence_PassageThatAnswers_IsHigherThanOneThatDoesNot()
    {
        var answered = EvidenceModel.Confidence(Asked, Found);
        var beside = EvidenceModel.Confidence(Asked, Samples.Search(Asked, Samples.Passage("La biblioteca presta libros.", "Biblioteca")));

        answered.Should().BeInRange(0.65, 1);
        beside.Should().BeInRange(0, 0.4);
    }

    [Fact]
    public void Confidence_GuessedWords_NeverRaiseIt()
    {
        Guessing(1).Should().BeLessThanOrEqualTo(Guessing(0));
        Guessing(3).Should().BeLessThanOrEqualTo(Guessing(1));

        double Guessing(int words) =>
            EvidenceModel.Confidence(Asked, Found with { Terms = [.. Found.Terms.Select((term, i) => term with { IsGuess = i < words })] });
    }

    [Fact]
    public void Confidence_VectorsOfAnotherModel_AreNotWeighed()
    {
        var near = Found with { Hits = [.. Found.Hits.Select(hit => hit with { Cosine = 0.9 })], Embedder = "ollama:otro" };

        EvidenceModel.Confidence(Asked, near).Should().Be(EvidenceModel.Confidence(Asked, Found));
    }

    [Fact]
    public void Confidence_VectorsOfTheModelThatItWasFittedWith_RaiseItWhereTheyAreNear()
    {
        EvidenceModel.Confidence(Asked, Near(0.8)).Should().BeGreaterThan(EvidenceModel.Confidence(Asked, Near(0.2)));

        static SearchResult Near(double cosine) =>
            Found with { Hits = [.. Found.Hits.Select(hit => hit with { Cosine = cosine })], Embedder = "onnx:all-MiniLM-L6-v2-q8@any+spa-eng@any" };
    }

    [Fact]
    public void Confidence_BetterFullTextMatch_RaisesIt()
    {
        var better = Found with { Hits = [.. Found.Hits.Select(hit => hit with { Bm25 = hit.Bm25 * 1.5 })] };

        EvidenceModel.Confidence(Asked, better).Should().BeGreaterThan(EvidenceModel.Confidence(Asked, Found));
    }

    [Fact]
    public void Confidence_MissingName_LowersIt()
    {
        var present = EvidenceModel.Confidence("dura el contrato de aprendizaje", Found);

        EvidenceModel.Confidence("dura el contrato de aprendizaje Wagner", Found).Should().BeLessThan(present);
    }

    [Property]
    public void Logistic_AnyFeature_RisesWithAPositiveWeightAndFallsWithANegativeOne(NormalFloat feature, PositiveInt step)
    {
        // Within the range in which a double still tells neighbouring probabilities apart.
        var low = feature.Get % 5;
        var high = low + (step.Get % 5) + 0.5;

        EvidenceModel.Logistic(0.5, [2.0], [high]).Should().BeGreaterThan(EvidenceModel.Logistic(0.5, [2.0], [low]));
        EvidenceModel.Logistic(0.5, [-2.0], [high]).Should().BeLessThan(EvidenceModel.Logistic(0.5, [-2.0], [low]));
        EvidenceModel.Logistic(0.5, [2.0], [low]).Should().BeInRange(0, 1);
    }

    [Fact]
    public void Logistic_ZeroSum_IsOneHalf() => EvidenceModel.Logistic(-3, [1, 2], [1, 1]).Should().Be(0.5);
}
