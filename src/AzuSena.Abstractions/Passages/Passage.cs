namespace AzuSena.Passages;

/// <summary>A stretch of a document that is searched, cited and shown as one.</summary>
/// <param name="Id">Stable public id: the same document path, place and text give the same id.</param>
/// <param name="Document">The document it stands in.</param>
/// <param name="HeadingPath">The headings above it, outermost first, without the document's title.</param>
/// <param name="Position">Its place among the document's passages, from 0.</param>
/// <param name="Text">Its text: one paragraph or list item to a line, headings inside it as <c>## …</c>.</param>
/// <param name="Locator">Its page, row or article, where the document's format tells one.</param>
public sealed record Passage(string Id, DocumentInfo Document, IReadOnlyList<string> HeadingPath, int Position, string Text, Locator? Locator = null)
{
    /// <summary>Title, headings and locator, one to a line: where the passage stands, which is searched along with its text.</summary>
    public string Place => string.Join('\n', Locator is null ? HeadingPath.Prepend(Document.Title) : HeadingPath.Prepend(Document.Title).Append(Locator.Text));
}

/// <summary>What is known of a document beside its text.</summary>
/// <param name="Path">Its path below the corpus folder, with forward slashes.</param>
/// <param name="Title">Its title (<c>titulo</c>).</param>
/// <param name="Source">Where its facts come from (<c>fuente</c>).</param>
/// <param name="AsOf">The date as of which it holds (<c>fecha</c>).</param>
/// <param name="Topics">Its topics (<c>temas</c>).</param>
/// <param name="Validity">When its rules apply, if they have a start or an end (<c>vigencia</c>).</param>
public sealed record DocumentInfo(
    string Path,
    string Title,
    string? Source = null,
    DateOnly? AsOf = null,
    IReadOnlyList<string>? Topics = null,
    string? Validity = null);
