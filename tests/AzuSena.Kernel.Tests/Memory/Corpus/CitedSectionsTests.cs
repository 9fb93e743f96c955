using System.Text.RegularExpressions;
using AzuSena.Answers;
using AzuSena.Memory.Corpus;
using AzuSena.Passages;
using AzuSena.Testing;
using Xunit.Abstractions;

namespace AzuSena.Tests.Memory.Corpus;

/// <summary>
/// A citation names the section that its sentence stands in. The true sections are read in another way than the product reads them: from the lines with
/// <c>#</c> of Markdown files, and from the lines of <c>pdftotext</c> that start an article.
/// </summary>
[Trait("Category", "Slow")]
public sealed partial class CitedSectionsTests(ITestOutputHelper output)
{
    private const int Marks = 250;
    private const int MinWords = 6;
    private const double Enough = 0.99;

    private static readonly string[] Laws = ["co-codigo-penal", "co-codigo-transito", "pe-ley-28611-2005-congreso-ley-general-ambi"];

    [Fact]
    public void Cite_SentenceOfTheCorpus_NamesItsHeadings()
    {
        var marks = Repository.FilesIn("corpus", ".md").Order(StringComparer.Ordinal).SelectMany(file =>
        {
            var lines = File.ReadAllLines(file);
            var title = lines.First(line => line.StartsWith("# ", StringComparison.Ordinal));
            return MarksOf(file, Sections(lines, Markdown(title)), citation => string.Join(" > ", citation.HeadingPath));
        });

        Judge(marks);
    }

    [PdfToTextFact]
    public async Task Cite_SentenceOfALaw_NamesItsArticle()
    {
        var marks = new List<Mark>();
        foreach (var name in Laws)
        {
            var file = Repository.SharedData($"real-docs/{name}.pdf")!;
            var lines = (await ProcessRun.OfAsync("pdftotext", [file, "-"])).Output.Split('\n');
            marks.AddRange(MarksOf(file, Sections(lines, Article), citation =>
                citation.HeadingPath.Select(heading => ArticleLine().Match(heading)).LastOrDefault(match => match.Success) is { } match ? Number(match) : ""));
        }

        Judge(marks);
    }

    private void Judge(IEnumerable<Mark> all)
    {
        var marks = all.ToList();
        marks.Should().HaveCountGreaterThanOrEqualTo(Marks);
        var sample = Enumerable.Range(0, Marks).Select(i => marks[(int)((long)i * marks.Count / Marks)]).ToList();
        var wrong = sample.FindAll(mark => mark.Named != mark.True);
        output.WriteLine($"{Marks - wrong.Count} of {Marks} marks, out of {marks.Count}, name their section");
        wrong.ForEach(mark => output.WriteLine($"named «{mark.Named}», is «{mark.True}»: {mark.Quote}"));
        wrong.Count.Should().BeLessThanOrEqualTo((int)((1 - Enough) * Marks));
    }

    // Sentences that stand in one section only.
    private static IEnumerable<Mark> MarksOf(string file, List<(string Name, string Words)> sections, Func<Citation, string> name)
    {
        foreach (var passage in Chunker.Cut(DocumentReader.Read(Path.GetFileName(file), File.ReadAllBytes(file))))
        {
            foreach (var part in PassageUnits.Split(passage.Text).SelectMany(unit => unit.Parts))
            {
                var citation = Citation.Of(1, passage, part.Start.Value, part.End.Value);
                var words = Words(citation.Quote);
                var places = words.Count(c => c == ' ') < MinWords ? [] : sections.FindAll(section => section.Words.Contains(words, StringComparison.Ordinal));
                if (places is [var only])
                {
                    yield return new Mark(citation.Quote, name(citation), only.Name);
                }
            }
        }
    }

    // The words of each section. A function tells which section a line starts, if it does.
    private static List<(string Name, string Words)> Sections(IEnumerable<string> lines, Func<string, string?> opened)
    {
        var sections = new List<(string Name, List<string> Lines)> { ("", []) };
        foreach (var line in lines)
        {
            if (opened(line) is { } name)
            {
                sections.Add((name, []));
            }

            sections[^1].Lines.Add(line);
        }

        return sections.ConvertAll(section => (section.Name, Words(string.Join('\n', section.Lines))));
    }

    private static Func<string, string?> Markdown(string title)
    {
        var path = new List<(int Level, string Text)>();
        return line =>
        {
            var level = line.TakeWhile(c => c == '#').Count();
            if (level == 0 || line == title || !line[level..].StartsWith(' '))
            {
                return null;
            }

            path.RemoveAll(above => above.Level >= level);
            path.Add((level, line[(level + 1)..].Trim()));
            return string.Join(" > ", path.Select(above => above.Text));
        };
    }

    private static string? Article(string line) => ArticleLine().Match(line) is { Success: true } match ? Number(match) : null;

    private static string Number(Match match) => match.Groups["number"].Value.Replace('\u00AD', '-');

    private static string Words(string text) => $" {string.Join(' ', WordTriples.Words(text))} ";

    private sealed record Mark(string Quote, string Named, string True);

    [GeneratedRegex(
        @"^\f?\s*(Art[íi]culo|ART[ÍI]CULO)\s+(?<number>\d+([-\u00AD]\d+)?|[IVX]+)\s*(°|º|o)?\s*([.:–-]|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ArticleLine();
}
