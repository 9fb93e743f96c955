using AzuSena.Memory;

namespace AzuSena.Corpus;

/// <summary>A document as it was read, before it is cut into passages.</summary>
/// <param name="Info">What is known of it.</param>
/// <param name="Sections">Its text by heading, in order.</param>
public sealed record CorpusDocument(DocumentInfo Info, IReadOnlyList<Section> Sections);

/// <summary>The text under one heading.</summary>
/// <param name="HeadingPath">The headings above it, outermost first, without the document's title.</param>
/// <param name="Lines">Its paragraphs and list items (<c>- …</c>), one to a line.</param>
/// <param name="Locator">The page, row or article that it stands on, where the format tells one.</param>
public sealed record Section(IReadOnlyList<string> HeadingPath, IReadOnlyList<string> Lines, Locator? Locator = null);
