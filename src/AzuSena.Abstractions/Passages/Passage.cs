using System.Text.Json.Serialization;

namespace AzuSena.Passages;

/// <summary>A section of a document that is searched, cited and shown as a unit.</summary>
/// <param name="Id">Stable public id, derived from the document path, the position and the text.</param>
/// <param name="Document">The document.</param>
/// <param name="HeadingPath">The headings above it, outermost first, without the document's title.</param>
/// <param name="Position">Its index among the document's passages, from 0.</param>
/// <param name="Text">Its text: one paragraph or list item per line, inner headings as <c>## …</c>.</param>
/// <param name="Locator">Its page, row or article, if the document's format provides one.</param>
public sealed record Passage(string Id, DocumentInfo Document, IReadOnlyList<string> HeadingPath, int Position, string Text, Locator? Locator = null)
{
    /// <summary>Title, headings and locator, one per line; searched along with the text.</summary>
    public string Place => string.Join('\n', Locator is null ? HeadingPath.Prepend(Document.Title) : HeadingPath.Prepend(Document.Title).Append(Locator.Text));

    /// <summary>The headings above a place in its text, outermost first: those of the section that the place stands in.</summary>
    public IReadOnlyList<string> HeadingsAt(int place)
    {
        var section = Sections.LastOrDefault(section => section.Start <= place);
        var path = section?.HeadingPath ?? HeadingPath;
        var own = Text[(section?.Start ?? 0)..place].Split('\n').LastOrDefault(line => PassageText.IsHeading(line))?[PassageText.HeadingMark.Length..];
        return own is null || path.Contains(own, StringComparer.Ordinal) || own == Document.Title ? path : [.. path, own];
    }

    /// <summary>What people ask that its sections answer (<c>preguntas</c>), by section: searched along with the text, never quoted.</summary>
    public IReadOnlyList<SectionQuestions> Questions { get; init; } = [];

    /// <summary>The sections that start within its text, in order; the text before them stands under <see cref="HeadingPath"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<PassageSection> Sections { get; init; } = [];

    /// <summary>The call that its text is the result of; null for a passage of a document.</summary>
    public ToolUse? Tool { get; init; }
}

/// <summary>A section that starts within a passage.</summary>
/// <param name="Start">Where it starts in the text of the passage, its heading included.</param>
/// <param name="HeadingPath">The headings above it, outermost first, without the document's title.</param>
public sealed record PassageSection(int Start, IReadOnlyList<string> HeadingPath);

/// <summary>The questions that the author of a document listed for one of its sections.</summary>
/// <param name="Heading">The heading of the section; null if it has none.</param>
/// <param name="Questions">The questions.</param>
public sealed record SectionQuestions(string? Heading, IReadOnlyList<string> Questions);

/// <summary>The metadata of a document.</summary>
/// <param name="Path">Its path below the corpus folder, with forward slashes.</param>
/// <param name="Title">Its title (<c>titulo</c>).</param>
/// <param name="Source">The source of its facts (<c>fuente</c>).</param>
/// <param name="AsOf">The date as of which it is valid (<c>fecha</c>).</param>
/// <param name="Topics">Its topics (<c>temas</c>).</param>
/// <param name="Validity">When its rules apply, if they have a start or an end (<c>vigencia</c>).</param>
public sealed record DocumentInfo(
    string Path,
    string Title,
    string? Source = null,
    DateOnly? AsOf = null,
    IReadOnlyList<string>? Topics = null,
    string? Validity = null);
