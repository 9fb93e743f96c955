using AzuSena.Memory.Corpus;
using AzuSena.Memory.Search;
using AzuSena.Passages;
using AzuSena.Spanish.Legal;
using AzuSena.Testing;
using Xunit.Abstractions;

namespace AzuSena.Tests.Memory.Corpus;

[Trait("Category", "Slow")]
public sealed class RealLawsTests(ITestOutputHelper output)
{
    private const double Equal = 0.98;
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
        var (pdfTexts, wordTexts) = (Texts(TrafficPdf), Texts(TrafficDocx));
        var shares = pdfTexts.Keys.Order(StringComparer.Ordinal).ToDictionary(
            article => article,
            article => Math.Min(WordTriples.Share(pdfTexts[article], wordTexts[article]), WordTriples.Share(wordTexts[article], pdfTexts[article])));
        foreach (var (article, share) in shares.Where(entry => entry.Value < Equal))
        {
            output.WriteLine($"article {article}: {share:0.000}");
        }

        output.WriteLine($"all: {WordTriples.Share(Whole(pdfTexts), Whole(wordTexts)):0.0000} {WordTriples.Share(Whole(wordTexts), Whole(pdfTexts)):0.0000}");
        WordTriples.Share(Whole(pdfTexts), Whole(wordTexts)).Should().BeGreaterThanOrEqualTo(Equal);
        WordTriples.Share(Whole(wordTexts), Whole(pdfTexts)).Should().BeGreaterThanOrEqualTo(Equal);
    }

    [SharedDataFact(Penal)]
    public async Task Search_ArticleOfTheCodigoPenal_FindsNineteenOfTwenty()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Repository.SharedData(Penal)!, folder.Combine("penal.pdf"));
        await using var product = new TestProduct(folder.Path);
        await product.IndexAsync();
        var search = product.Get<PassageSearch>();
        var found = 0;
        foreach (var article in Articles(Penal).Keys)
        {
            var result = await search.SearchAsync($"artículo {article} del código penal", 5, CancellationToken.None);
            found += result.Hits is [var first, ..] && first.Passage.Locator?.Rule?.Article == article ? 1 : 0;
        }

        output.WriteLine($"{found} of 475 articles found");
        found.Should().BeGreaterThanOrEqualTo((int)(0.95 * 475));
    }

    private static string Whole(Dictionary<string, string> texts) =>
        string.Join('\n', texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => text.Value));

    // The whole text of each article, without the marks of headings and of Word's lists.
    private static Dictionary<string, string> Texts(string name) => Passages(name)
        .GroupBy(passage => passage.Locator!.Rule!.Article)
        .ToDictionary(
            article => article.Key,
            article => string.Join('\n', article.SelectMany(passage => passage.Text.Split('\n')).Where(line => !PassageText.IsHeading(line))));

    // Of an article that is split, the first passage.
    private static Dictionary<string, Passage> Articles(string name) => Passages(name)
        .DistinctBy(passage => passage.Locator!.Rule!.Article)
        .ToDictionary(passage => passage.Locator!.Rule!.Article);

    private static IEnumerable<Passage> Passages(string name)
    {
        var file = Repository.SharedData(name)!;
        return Chunker.Cut(DocumentReader.Read(Path.GetFileName(file), File.ReadAllBytes(file))).Where(passage => passage.Locator?.Rule is not null);
    }
}
