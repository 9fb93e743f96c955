using AzuSena.Passages;
using AzuSena.Spanish.Legal;

namespace AzuSena.Memory.Corpus;

/// <summary>
/// Splits the text of a law by its articles, so that no passage holds two: each article is a section with its own locator, under its title and chapter, and
/// with its paragraphs (<c>Parágrafo</c>). A document that is not a law is unchanged.
/// </summary>
public static class LegalSections
{
    // One line that looks like an article is a quotation; two indicate a law.
    private const int MinArticles = 2;

    private const int MaxLinesAbove = 10;

    // So many lines in a row that only name an article and end in a number are a table of contents.
    private const int MinListed = 3;

    private const int MaxPartName = 120;

    // The text after the number is the article's name only if it is short.
    private const int MaxHeading = 120;

    /// <summary>The document, split by article if it is a law, or holds several.</summary>
    public static CorpusDocument Cut(CorpusDocument document, CancellationToken cancellationToken = default)
    {
        if (document.Sections.Any(section => section.Locator?.Row is not null))
        {
            return document;
        }

        var lines = Lines(document).ToList();
        var articles = ArticleLines(lines, cancellationToken);
        return articles.Count >= MinArticles && Norms(document, lines, articles) is { Count: > 0 } norms
            ? document with { Sections = new Cutter(norms, articles).Cut(lines, cancellationToken) }
            : document;
    }

    // The lines that start an article, with its number; those of a table of contents do not.
    private static Dictionary<int, string> ArticleLines(List<Line> lines, CancellationToken cancellationToken)
    {
        var articles = new Dictionary<int, string>();
        var listed = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (LegalText.ArticleOpened(lines[i].Text) is { } number && !LegalText.IsOfContents(lines[i].Text))
            {
                articles.Add(i, number);
                if (listed.Count > 0 && listed[^1] != i - 1)
                {
                    listed.Clear();
                }

                if (char.IsDigit(lines[i].Text[^1]))
                {
                    listed.Add(i);
                }
            }
            else if (listed.Count >= MinListed)
            {
                listed.ForEach(line => articles.Remove(line));
                listed.Clear();
            }
        }

        return articles;
    }

    // Where each norm starts: the first line before an article 1 that is the name of a law.
    private static SortedDictionary<int, LawName> Norms(CorpusDocument document, List<Line> lines, Dictionary<int, string> articles)
    {
        var norms = new SortedDictionary<int, LawName>();
        var before = 0;
        foreach (var (at, number) in articles.OrderBy(article => article.Key))
        {
            if (number is "1" or "unico" or "0" || norms.Count == 0)
            {
                for (var i = before; i < at; i++)
                {
                    if (LegalText.LawOpened(lines[i].Text, lines[i].IsHeading) is { } law)
                    {
                        norms.TryAdd(i, law with { Name = LawTitle.WithCode(law, lines.Skip(i).Take(at - i).Select(line => line.Text)) });
                        break;
                    }
                }
            }

            before = at + 1;
        }

        var title = LawName.Read(document.Info.Title);
        if (norms.Count <= 1 && title?.Number is not null)
        {
            return new SortedDictionary<int, LawName> { [0] = title };
        }

        var first = articles.Keys.Min();
        if (norms.Count > 0 && norms.First().Key < first)
        {
            return norms;
        }

        if ((FirstLaw(lines, first) ?? LawTitle.Of(lines.Take(first).Select(line => line.Text)) ?? title) is { } named)
        {
            norms[0] = named;
        }

        return norms;
    }

    private static LawName? FirstLaw(List<Line> lines, int first) =>
        lines.Take(Math.Min(first, MaxLinesAbove)).Select(line => RuleText.LawAtStart(line.Text)).FirstOrDefault(law => law is not null);

    // Headings are included: in Markdown and Word an article may be a heading.
    private static IEnumerable<Line> Lines(CorpusDocument document)
    {
        IReadOnlyList<string> above = [];
        foreach (var section in document.Sections)
        {
            foreach (var heading in section.HeadingPath.Where((text, i) => above.ElementAtOrDefault(i) != text))
            {
                yield return new Line(heading, section, IsHeading: true);
            }

            foreach (var line in section.Lines)
            {
                yield return new Line(line, section, IsHeading: false);
            }

            above = section.HeadingPath;
        }
    }

    private sealed record Line(string Text, Section Section, bool IsHeading);

    private sealed class Cutter(SortedDictionary<int, LawName> norms, Dictionary<int, string> articles)
    {
        private readonly List<Section> _sections = [];
        private readonly List<(int Level, string Text)> _parts = [];
        private readonly List<string> _lines = [];
        private readonly List<(string Text, Locator? Place)> _bare = [];
        private LawName _law = norms.Values.First();
        private IReadOnlyList<string> _headings = [];
        private Locator? _start;
        private string? _article;
        private bool _quotes;
        private bool _namesPart;

        public List<Section> Cut(List<Line> lines, CancellationToken cancellationToken)
        {
            foreach (var (i, line) in lines.Index())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (norms.Count > 1 && norms.TryGetValue(i, out var law))
                {
                    StartNorm(law, line);
                }
                else if (articles.TryGetValue(i, out var number) && !IsQuoted(number))
                {
                    Open(line.Text, number, line.Section);
                }
                else if (LegalText.PartOpened(line.Text) is { } level && !_quotes && !LegalText.IsOfContents(line.Text))
                {
                    OpenPart(level, line.Text);
                }
                else if (!NamePart(line))
                {
                    Add(line.Text, line.Section, line.IsHeading);
                }
            }

            Close();
            return _sections;
        }

        private void StartNorm(LawName law, Line line)
        {
            CloseBare();
            _parts.Clear();
            _parts.Add((0, line.Text));
            (_law, _article, _quotes, _namesPart) = (law, null, false, false);
            _start = line.Section.Locator;
        }

        private void OpenPart(int level, string text)
        {
            CloseBare();
            _parts.RemoveAll(part => part.Level >= level);
            _parts.Add((level, text));
            (_article, _namesPart) = (null, !text.Any(char.IsLower) || text.Split(' ').Length <= 2);
        }

        // "CAPÍTULO I" and, on the next line, "Disposiciones generales".
        private bool NamePart(Line line)
        {
            var names = _namesPart && _lines.Count == 0 && line.Text.Length <= MaxPartName && line.Text[^1] is not ('.' or ':' or ';')
                && (line.IsHeading || !line.Text.Any(char.IsLower) || char.IsUpper(line.Text[0]));
            _namesPart = false;
            if (names)
            {
                _parts[^1] = (_parts[^1].Level, $"{_parts[^1].Text.TrimEnd('.')}. {line.Text}");
            }

            return names;
        }

        // "Modifíquese el artículo 5 de la Ley 30, el cual quedará así:" introduces an article of another law, which belongs to this article.
        private bool IsQuoted(string number)
        {
            var announced = _quotes || (_article is not null && _lines is [.., var last] && last.EndsWith(':'));
            _quotes = announced && _article is not null && !LegalText.IsNext(_article, number);
            return _quotes;
        }

        private void Open(string text, string number, Section section)
        {
            CloseBare();
            (_article, _namesPart) = (number, false);
            _headings = [.. _parts.Select(part => part.Text), Heading(text)];
            _start = (section.Locator ?? new Locator()) with { Rule = new RuleReference(_law, number) };
            _lines.Add(text);
        }

        private void Add(string text, Section section, bool isHeading)
        {
            var isOwn = isHeading && _article is null;
            if (isOwn)
            {
                Close();
                if (_parts.Count == 0)
                {
                    // What stands above the articles keeps its headings.
                    _bare.Add((text, section.Locator));
                    return;
                }
            }

            if (_lines.Count == 0 && _article is null)
            {
                _start = section.Locator;
                _headings = _parts.Count == 0 ? section.HeadingPath : [.. _parts.Select(part => part.Text), .. isOwn ? [text] : Array.Empty<string>()];
            }

            _bare.Clear();
            _lines.Add(isOwn ? PassageText.HeadingMark + text : text);
            _start = _start?.To(section.Locator);
        }

        // Headings without text of their own, directly above a part of the law.
        private void CloseBare()
        {
            Close();
            _sections.AddRange(_bare.Select(heading => new Section([], [PassageText.HeadingMark + heading.Text], heading.Place)));
            _bare.Clear();
        }

        private void Close()
        {
            if (_lines.Count > 0)
            {
                _sections.Add(new Section(_headings, [.. _lines], _start));
                _lines.Clear();
            }
        }

        private static string Heading(string text)
        {
            var name = text.Split(". ") is [var number, var first, ..] ? $"{number}. {first.TrimEnd('.')}" : text.TrimEnd('.');
            return name.Length <= MaxHeading ? name : Shortened(text.Split('.')[0]);
        }

        // An article may start with a colon and continue without a full stop.
        private static string Shortened(string text) => text.Length <= 2 * MaxHeading ? text : text[..text.LastIndexOf(' ', MaxHeading)];
    }
}
