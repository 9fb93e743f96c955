using AzuSena.Answering.Grounding;
using AzuSena.Passages;
using AzuSena.Questions;
using AzuSena.Spanish;

namespace AzuSena.Answering.Ranking;

/// <summary>A passage divided into what can be quoted, with the terms of each piece and of its surroundings.</summary>
public sealed class QuotablePassage
{
    /// <summary>Divides a passage.</summary>
    public QuotablePassage(Passage passage)
    {
        Passage = passage;
        Title = SpanishAnalyzer.Stem(passage.Document.Title).ToHashSet(StringComparer.Ordinal);
        var lastHeading = passage.HeadingPath is [.., var last] ? last : null;
        Units = [.. PassageUnits.Split(passage.Text).Select(unit => new QuotableUnit(passage.Text, unit, unit.Heading ?? lastHeading, passage.Document.Title))];
        Listed = passage.Questions
            .SelectMany(section => section.Questions.Select(question => (Heading: section.Heading ?? "", Text: question)))
            .ToLookup(
                question => question.Heading,
                question => (IReadOnlyList<string>)[.. SpanishAnalyzer.Stem(question.Text).Distinct(StringComparer.Ordinal)],
                StringComparer.Ordinal);
        for (var i = 0; i < Units.Count; i++)
        {
            Units[i].Paragraph = i > 0 && IsSameParagraph(Units[i - 1], Units[i]) ? Units[i - 1].Paragraph : i;
        }
    }

    /// <summary>The passage.</summary>
    public Passage Passage { get; }

    /// <summary>The distinct stems of its document's title.</summary>
    public IReadOnlySet<string> Title { get; }

    /// <summary>The distinct stems of each question listed for a section, by heading; empty for text without one.</summary>
    public ILookup<string, IReadOnlyList<string>> Listed { get; }

    /// <summary>Its units, in order.</summary>
    public IReadOnlyList<QuotableUnit> Units { get; }

    /// <summary>The units under the same heading as one of them, itself included.</summary>
    public IEnumerable<QuotableUnit> Section(QuotableUnit unit) => Units.Where(other => other.Heading == unit.Heading);

    /// <summary>The distinct stems of each question listed for the section of a unit.</summary>
    public IEnumerable<IReadOnlyList<string>> ListedFor(QuotableUnit unit) => Listed[unit.Heading is not { } heading ? ""
        : PassageText.IsHeading(heading) ? heading[PassageText.HeadingMark.Length..]
        : heading];

    private bool IsSameParagraph(QuotableUnit before, QuotableUnit unit) =>
        !before.Unit.IsList && !unit.Unit.IsList && !Passage.Text[before.Unit.Span.End..unit.Unit.Span.Start].Contains('\n');
}

/// <summary>A sentence or list of a passage.</summary>
public sealed class QuotableUnit
{
    internal QuotableUnit(string text, PassageUnit unit, string? heading, string title)
    {
        Unit = unit;
        Text = text[unit.Span];
        Folded = SpanishAnalyzer.Fold(Text);
        Heading = heading;
        HeadingStems = heading is null ? [] : [.. SpanishAnalyzer.Stem(heading)];
        HeadingKind = QuestionKinds.OfHeading(heading ?? title);
        PartStems = [.. unit.Parts.Select(part => SpanishAnalyzer.Stem(text.AsSpan()[part]))];
        Stems = PartStems.SelectMany(part => part).ToHashSet(StringComparer.Ordinal);
        RefersBack = BackReference.IsAtStartOf(Text);
        Polarity = Polarity.Of($"{heading}.\n{Text}");
    }

    /// <summary>Its range and parts.</summary>
    public PassageUnit Unit { get; }

    /// <summary>Its text.</summary>
    public string Text { get; }

    /// <summary>The same, folded.</summary>
    public string Folded { get; }

    /// <summary>The nearest heading above it; null if there is none.</summary>
    public string? Heading { get; }

    /// <summary>The distinct stems of the heading.</summary>
    public HashSet<string> HeadingStems { get; }

    /// <summary>The kind of question that the heading, or the title above an introduction, announces, if any.</summary>
    public QuestionKind? HeadingKind { get; }

    /// <summary>The stems of each of its parts.</summary>
    public IReadOnlyList<List<string>> PartStems { get; }

    /// <summary>Its distinct stems.</summary>
    public IReadOnlySet<string> Stems { get; }

    /// <summary>What it and its heading deny and affirm.</summary>
    internal Polarity Polarity { get; }

    /// <summary>Whether it means nothing without the unit before it.</summary>
    public bool RefersBack { get; }

    /// <summary>The position of the first unit of its paragraph.</summary>
    public int Paragraph { get; internal set; }
}
