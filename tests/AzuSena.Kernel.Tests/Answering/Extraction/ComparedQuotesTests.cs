using AzuSena.Answering.Ranking;
using AzuSena.Support;

namespace AzuSena.Answering.Extraction;

public sealed class ComparedQuotesTests
{
    private const string Question = "¿En qué se diferencian la queja y el reclamo?";

    [Fact]
    public void Of_SidesInSentencesOfTheirOwn_LeadsWithOneForEach() =>
        LeadsOf("La queja es por la conducta de un servidor. El reclamo es por un servicio que no se prestó.")
            .Should().Equal("La queja es por la conducta de un servidor.", "El reclamo es por un servicio que no se prestó.");

    [Fact]
    public void Of_SidesUnderTheirHeadings_LeadsWithOneForEach() =>
        LeadsOf("## Queja\nEs por la conducta de un servidor.\n## Reclamo\nEs por un servicio que no se prestó.")
            .Should().Equal("Es por la conducta de un servidor.", "Es por un servicio que no se prestó.");

    [Fact]
    public void Of_SentenceThatSpeaksOfBoth_LeadsAlone() =>
        LeadsOf("La queja es por una conducta y el reclamo por un servicio. La queja se radica.").Should().HaveCount(1);

    [Fact]
    public void Of_OneSideUnknown_StaysAsItIs() => LeadsOf("La queja es por la conducta de un servidor. La queja se radica.").Should().HaveCount(1);

    private static IEnumerable<string> LeadsOf(string text) =>
        ComparedQuotes.Of(Question, QuoteRanking.Of(Question, Samples.Search(Question, Samples.Passage(text)))).Select(quotes => quotes[0].Text);
}
