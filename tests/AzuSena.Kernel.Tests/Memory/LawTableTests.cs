using System.Diagnostics;
using System.Globalization;
using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Memory.Search;
using AzuSena.Spanish.Legal;
using AzuSena.Testing;
using AzuSena.Tests.Memory.Corpus.Formats;
using Xunit.Abstractions;

namespace AzuSena.Tests.Memory;

/// <summary>The original assistant's knowledge base: a folder that holds nothing but one dirty workbook.</summary>
[Trait("Category", "Slow")]
public sealed class LawTableTests(ITestOutputHelper output)
{
    private const string Workbook = "azusena-compilado.xlsx";
    private static readonly string[] Forms =
        ["artículo {0} de la {1}", "¿Qué dice el Artículo {0} de la {1}?", "art. {0} {1}", "{1} artículo {0}", "ARTICULO\u00A0{0} DE LA {1}"];

    [SharedDataFact(Workbook)]
    public async Task AskAsync_QuestionsByLawAndArticle_FindTheArticleFirstOrSayThatItIsMissing()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Repository.SharedData(Workbook)!, folder.Combine(Workbook));
        await using var product = new TestProduct(folder.Path);
        var clock = Stopwatch.StartNew();
        var report = await product.IndexAsync();

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60));
        (report.Indexed, report.Passages, report.Skipped.Count).Should().Be((1, 1675, 0));
        output.WriteLine($"Indexed in {clock.Elapsed.TotalSeconds:F1} s");
        await FindsHeldAsync(product);
        await NamesMissingAsync(product);
    }

    private async Task FindsHeldAsync(TestProduct product)
    {
        var byKey = Rules().GroupBy(rule => (rule.Law.Number, rule.Law.Year, rule.Article)).ToList();
        output.WriteLine($"Ambiguous: {string.Join(", ", byKey.Where(group => group.Count() > 1).Select(group => group.First().Text))}");
        var rules = byKey.Where(group => group.Count() == 1 && group.Key.Number is not null).Select(group => group.First()).ToArray();
        new Random(7).Shuffle(rules);
        var wrong = new List<string>();
        for (var i = 0; i < 200; i++)
        {
            var question = string.Format(
                CultureInfo.InvariantCulture, Forms[i % Forms.Length], rules[i].Article, i % 2 == 0 ? rules[i].Law.Name : rules[i].Law.Name.ToUpperInvariant());
            var first = (await product.Get<PassageSearch>().SearchAsync(question, 5, CancellationToken.None)).Hits.Select(hit => hit.Passage.Locator?.Rule)
                .FirstOrDefault();
            if (first != rules[i])
            {
                wrong.Add($"{question} → {first?.Text}");
            }
        }

        output.WriteLine($"Found first: {200 - wrong.Count} of 200");
        wrong.Should().BeEmpty();
    }

    private static async Task NamesMissingAsync(TestProduct product)
    {
        var laws = Rules().Where(rule => rule.Law.Number is not null).GroupBy(rule => rule.Law.Number!).ToArray();
        new Random(11).Shuffle(laws);
        var beyondTheEnd = laws.Take(40)
            .Select(law => new RuleReference(
                law.First().Law, (law.Max(rule => int.Parse(rule.Article, CultureInfo.InvariantCulture)) + 1).ToString(CultureInfo.InvariantCulture)));
        var otherLaws = Enumerable.Range(1, 10).Select(i => new RuleReference(LawName.Read($"ley {7000 + i} de 1990")!, "1"));
        foreach (var rule in beyondTheEnd.Concat(otherLaws))
        {
            var answer = await product.Get<AnswerService>().AskAsync(Question.Create($"¿Qué dice el {rule.Text}?"), CancellationToken.None).ToAnswerAsync();

            answer.Abstained.Should().BeTrue(rule.Text);
            answer.Response.Should().Contain($"artículo {rule.Article} ");
        }
    }

    private static List<RuleReference> Rules() => FormatSamples.Read(Workbook, File.ReadAllBytes(Repository.SharedData(Workbook)!)).Sections
        .Select(section => section.Locator!.Rule!)
        .ToList();
}
