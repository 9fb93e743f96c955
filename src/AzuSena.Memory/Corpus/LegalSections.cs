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

    // The text after the number is the article's name only if it is short.
    private const int MaxHeading = 120;

    /// <summary>The document, split by article if it is a law.</summary>
    public static CorpusDocument Cut(CorpusDocument document, CancellationToken cancellationToken = default)
    {
        var isTable = document.Sections.Any(section => section.Locator?.Row is not null);
        return !isTable && Lines(document).Where(line => IsArticle(line.Text, cancellationToken)).Take(MinArticles).Count() == MinArticles
            && LawOf(document) is { } law
            ? document with { Sections = new Cutter(law).Cut(document, cancellationToken) }
            : document;
    }

    private static bool IsArticle(string line, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return LegalText.ArticleOpened(line) is not null;
    }

    // If the title does not number the law, its first lines may: "LEY 1122 DE 2007".
    private static LawName? LawOf(CorpusDocument document)
    {
        var title = LawName.Read(document.Info.Title);
        return title?.Number is not null
            ? title
            : Lines(document)
                .Take(MaxLinesAbove)
                .Select(line => RuleText.LawAtStart(line.Text))
                .FirstOrDefault(law => law is not null) ?? title;
    }

    // Headings are included: in Markdown and Word an article may be a heading.
    private static IEnumerable<(string Text, Section Section, bool IsHeading)> Lines(CorpusDocument document)
    {
        IReadOnlyList<string> above = [];
        foreach (var section in document.Sections)
        {
            foreach (var heading in section.HeadingPath.Where((text, i) => above.ElementAtOrDefault(i) != text))
            {
                yield return (heading, section, true);
            }

            foreach (var line in section.Lines)
            {
                yield return (line, section, false);
            }

            above = section.HeadingPath;
        }
    }

    private sealed class Cutter(LawName law)
    {
        private readonly List<Section> _sections = [];
        private readonly List<(int Level, string Text)> _parts = [];
        private readonly List<string> _lines = [];
        private IReadOnlyList<string> _headings = [];
        private Locator? _start;
        private string? _article;
        private bool _quotes;

        public List<Section> Cut(CorpusDocument document, CancellationToken cancellationToken)
        {
            foreach (var (text, section, isHeading) in Lines(document))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (LegalText.ArticleOpened(text) is { } number && !IsQuoted(number))
                {
                    Open(text, number, section);
                }
                else if (LegalText.PartOpened(text) is { } level && !_quotes)
                {
                    Close();
                    _parts.RemoveAll(part => part.Level >= level);
                    _parts.Add((level, text));
                    _article = null;
                }
                else
                {
                    Add(text, section, isHeading);
                }
            }

            Close();
            return _sections;
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
            Close();
            _article = number;
            _headings = [.. _parts.Select(part => part.Text), Heading(text)];
            _start = (section.Locator ?? new Locator()) with { Rule = new RuleReference(law, number) };
            _lines.Add(text);
        }

        private void Add(string text, Section section, bool isHeading)
        {
            if (_lines.Count == 0)
            {
                _start = _article is null ? section.Locator : _start;
                _headings = _article is null && _parts.Count == 0 ? section.HeadingPath : _article is null ? [.. _parts.Select(part => part.Text)] : _headings;
            }

            if (!isHeading || _article is not null)
            {
                _lines.Add(text);
            }

            _start = _start?.To(section.Locator);
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
