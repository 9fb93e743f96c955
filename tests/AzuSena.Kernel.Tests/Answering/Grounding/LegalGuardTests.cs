using AzuSena.Memory.Storage;
using AzuSena.Passages;
using AzuSena.Spanish;
using AzuSena.Spanish.Legal;
using AzuSena.Testing;
using Xunit.Abstractions;

namespace AzuSena.Answering.Grounding;

/// <summary>References that passages hold, and invented ones, over the original's table of laws and the demonstration corpus.</summary>
[Trait("Category", "Slow")]
public sealed class LegalGuardTests(ITestOutputHelper output)
{
    private const string Laws = "azusena-compilado.xlsx";
    private const int Count = 300;
    private const int Found = 5;

    [SharedDataFact(Laws)]
    public async Task Hold_ArticlesOfTheTable_RealOnesPassAndAlteredOnesAreMarked()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Repository.SharedData(Laws)!, folder.Combine(Laws));
        await using var product = new TestProduct(folder.Path);
        await product.IndexAsync();
        var passages = All(product).Where(passage => passage.Locator?.Rule?.Law.Number is not null && passage.Text.Length > 100).ToArray();
        var random = new Random(5);
        var (real, altered) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            var at = random.Next(passages.Length - Found);
            var found = passages[at..(at + Found)];
            var rule = found[random.Next(Found)].Locator!.Rule!;
            real += Marked(found, rule.Text) ? 1 : 0;
            altered += Marked(found, Altered(rule, found, random)) ? 1 : 0;
        }

        Report(real, altered);
    }

    [Fact]
    public async Task Hold_SentencesOfTheCorpus_RealOnesPassAndAlteredOnesAreMarked()
    {
        await using var product = new TestProduct(Repository.Corpus);
        await product.IndexAsync();
        var passages = All(product);
        var random = new Random(7);
        var sentences = passages.Index()
            .SelectMany(passage => SentenceSplitter.Split(passage.Item.Text).Select(range => (At: passage.Index, Text: passage.Item.Text[range])))
            .Where(it => LegalReferences.Read(FoldedText.Of(it.Text).Value).Laws.Any(law => law.Kind != LegalReferences.Named))
            .ToArray();
        random.Shuffle(sentences);
        var (real, altered) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            var (at, text) = sentences[i % sentences.Length];
            var found = passages.Skip(Math.Max(0, at - 2)).Take(Found).ToArray();
            real += new SentenceGrounder(found).Hold(text).NotFound.Count > 0 ? 1 : 0;
            var folded = FoldedText.Of(text);
            var law = LegalReferences.Read(folded.Value).Laws.First(law => law.Kind != LegalReferences.Named);
            var place = folded.Original(law.Start, law.End);
            var invented = $"{char.ToUpperInvariant(law.Kind[0])}{law.Kind[1..]} {random.Next(3000, 9000)} de {random.Next(1950, 2020)}";
            altered += new SentenceGrounder(found)
                .Hold(string.Concat(text.AsSpan(0, place.Start.Value), invented, text.AsSpan(place.End.Value))).NotFound.Contains(invented) ? 1 : 0;
        }

        sentences.Should().HaveCountGreaterThanOrEqualTo(200);
        Report(real, altered);
    }

    [Fact]
    public async Task Hold_SentenceThatCitesAnotherPassage_IsRepaired()
    {
        await using var product = new TestProduct(Repository.Corpus);
        await product.IndexAsync();
        var passages = All(product);
        var random = new Random(11);
        var (repaired, count) = (0, 0);
        while (count < Count)
        {
            var found = Enumerable.Range(0, Found).Select(_ => passages[random.Next(passages.Count)]).DistinctBy(passage => passage.Document.Path).ToArray();
            var right = random.Next(found.Length);
            var sentences = SentenceSplitter.Split(found[right].Text).Select(range => found[right].Text[range])
                .Where(text => text.Length > 50 && !text.EndsWith(':') && !PassageText.IsHeading(text)).ToArray();
            if (found.Length < 2 || sentences.Length == 0)
            {
                continue;
            }

            var wrong = (right + random.Next(1, found.Length)) % found.Length;
            var numbers = new SentenceGrounder(found).Hold(sentences[random.Next(sentences.Length)], wrong + 1).Evidence.Select(evidence => evidence.Number)
                .ToArray();
            repaired += numbers.Contains(wrong + 1) ? 0 : 1;
            count++;
        }

        output.WriteLine($"wrong citations moved or removed: {repaired} of {count}");
        repaired.Should().Be(Count);
    }

    private void Report(int real, int altered)
    {
        output.WriteLine($"marked: {altered} of {Count} altered, {real} of {Count} real");
        altered.Should().BeGreaterThanOrEqualTo(Count - 1);
        real.Should().Be(0);
    }

    private static bool Marked(Passage[] found, string reference) =>
        new SentenceGrounder(found).Hold($"Según el {reference}, eso corresponde a la entidad.").NotFound.Count > 0;

    // Another article of the same law, another number, or another year; none of which the passages are the text of or speak of.
    private static string Altered(RuleReference rule, Passage[] found, Random random)
    {
        while (true)
        {
            var law = rule.Law;
            var (kind, number, year, article) = (LawName.WithAccent(law.Kind), law.Number!, law.Year ?? 2001, rule.Article);
            switch (random.Next(3))
            {
                case 0: article = $"{random.Next(1, 400)}"; break;
                case 1: number = $"{random.Next(10, 3000)}"; break;
                default: year += random.Next(1, 12); break;
            }

            var preposition = law.WithPreposition.StartsWith("de la", StringComparison.Ordinal) ? "de la" : law.WithPreposition.Split(' ')[0];
            var text = $"artículo {article} {preposition} {kind} {number} de {year}";
            if (article == rule.Article
                || !found.Any(passage => passage.Locator?.Rule?.Article == article || passage.Text.Contains($" {article}", StringComparison.Ordinal)))
            {
                return text;
            }
        }
    }

    private static List<Passage> All(TestProduct product)
    {
        using var snapshot = product.Get<PassageStore>().Read();
        return snapshot.Load(snapshot.AllTerms().Select(match => match.Key).ToList());
    }
}
