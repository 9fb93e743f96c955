using AzuSena.Memory.Corpus;
using AzuSena.Passages;
using AzuSena.Spanish.Legal;
using AzuSena.Testing;

namespace AzuSena.Tests.Memory.Corpus;

[Trait("Category", "Slow")]
public sealed class RealLawsTests
{
    private const string Penal = "real-docs/co-codigo-penal.pdf";
    private const string TrafficPdf = "real-docs/co-codigo-transito.pdf";
    private const string TrafficDocx = "real-docs/co-codigo-transito.docx";

    [SharedDataFact(Penal)]
    public void Read_CodigoPenal_HasEachArticleUnderItsLawAndItsCode()
    {
        var articles = Articles(Penal);

        articles.Should().HaveCount(475, "the file has no article 475").And.ContainKeys("1", "103", "476");
        var law = articles["1"].Locator!.Rule!.Law;
        law.Should().BeEquivalentTo(new { Kind = "ley", Number = "599", Year = 2000, Name = "ley 599 de 2000 (Código Penal)" });
        RuleText.Names("¿qué dice el artículo 5 del código penal?", law).Should().BeTrue();
        articles["1"].Text.Should().Contain("Dignidad humana. El derecho penal tendrá como fundamento el respeto a la dignidad humana.");
    }

    [SharedDataFact(TrafficPdf, TrafficDocx)]
    public void Read_CodigoDeTransito_IsTheSameFromPdfAndWord()
    {
        var (pdf, word) = (Articles(TrafficPdf), Articles(TrafficDocx));

        // The PDF lacks 93-1; its 93-2 has the number with a soft hyphen.
        word.Keys.Except(pdf.Keys).Should().HaveCountLessThanOrEqualTo(1);
        pdf.Keys.Except(word.Keys).Should().BeEmpty();
        pdf.Count(article => Similar(article.Value.Text, word[article.Key].Text)).Should().BeGreaterThanOrEqualTo((int)(0.95 * pdf.Count));
    }

    private static bool Similar(string first, string second)
    {
        var (a, b) = (Words(first), Words(second));
        return a.Intersect(b, StringComparer.Ordinal).Count() >= 0.9 * Math.Max(a.Count, b.Count);
    }

    private static HashSet<string> Words(string text) =>
        [.. AzuSena.Spanish.SpanishAnalyzer.Words(text).Select(range => AzuSena.Spanish.SpanishAnalyzer.Fold(text.AsSpan()[range]))];

    // Of an article that is split, the first passage.
    private static Dictionary<string, Passage> Articles(string name)
    {
        var file = Repository.SharedData(name)!;
        return Chunker.Cut(DocumentReader.Read(Path.GetFileName(file), File.ReadAllBytes(file)))
            .Where(passage => passage.Locator?.Rule is not null)
            .DistinctBy(passage => passage.Locator!.Rule!.Article)
            .ToDictionary(passage => passage.Locator!.Rule!.Article);
    }
}
