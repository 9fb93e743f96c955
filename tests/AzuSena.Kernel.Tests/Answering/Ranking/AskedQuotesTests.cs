using AzuSena.Passages;
using AzuSena.Support;

namespace AzuSena.Answering.Ranking;

public sealed class AskedQuotesTests
{
    private static readonly Passage Passage = Samples.Passage(
        "El apoyo de sostenimiento ayuda al aprendiz.\n## Cuánto pagan\nEquivale a medio salario. Sube cada año.", "Apoyos") with
    {
        Questions = [new SectionQuestions("Cuánto pagan", ["¿Cuánta plata dan por estudiar?", "¿De cuánto es?"])],
    };

    [Fact]
    public void Of_QuestionAsListed_PutsTheBeginningOfItsSectionFirst()
    {
        var ranked = QuoteRanking.Of("¿Cuánta plata dan por estudiar?", Samples.Search("¿Cuánta plata dan por estudiar?", Passage));

        ranked.Select(quote => quote.Text).Should().HaveElementAt(0, "Equivale a medio salario.");
        ranked.Single(quote => quote.Position == 1).Features[QuoteFeature.Asked].Should().BeApproximately(1, 1e-9);
        ranked.Single(quote => quote.Position == 2).Features[QuoteFeature.Asked].Should().BeInRange(0.1, 0.9);
        ranked.Single(quote => quote.Position == 0).Features[QuoteFeature.Asked].Should().Be(0);
    }

    [Fact]
    public void Of_QuestionThatSharesAWord_IsHardlyTheListedOne() =>
        QuoteRanking.Of("¿Dan almuerzo gratis en la cafetería?", Samples.Search("¿Dan almuerzo gratis en la cafetería?", Passage))
            .Max(quote => quote.Features[QuoteFeature.Asked]).Should().BeLessThan(0.15);

    [Fact]
    public void Fitted_FeatureWeightedByHand_IsZero() =>
        QuoteModel.Fitted(new QuoteFeatures { [QuoteFeature.Asked] = 1, [QuoteFeature.Own] = 1 }).Should().ContainSingle(value => value > 0);
}
