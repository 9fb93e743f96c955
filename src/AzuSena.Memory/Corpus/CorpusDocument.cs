using AzuSena.Passages;

namespace AzuSena.Memory.Corpus;

/// <summary>A document as it was read, before it is cut into passages.</summary>
/// <param name="Info">What is known of it.</param>
/// <param name="Sections">Its text by heading, in order.</param>
public sealed record CorpusDocument(DocumentInfo Info, IReadOnlyList<Section> Sections)
{
    /// <summary>What was passed by in its file, for the keeper of the corpus to know.</summary>
    public IReadOnlyList<DocumentNote> Notes { get; init; } = [];
}

/// <summary>Something in a file that was passed by; the rest was read.</summary>
/// <param name="Path">The file, below the corpus folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">What it is, in Spanish.</param>
public sealed record DocumentNote(string Path, int Line, string Text);

/// <summary>The text under one heading.</summary>
/// <param name="HeadingPath">The headings above it, outermost first, without the document's title.</param>
/// <param name="Lines">Its paragraphs and list items (<c>- …</c>), one to a line.</param>
/// <param name="Locator">The page, row or article that it stands on, where the format tells one.</param>
/// <param name="Flaws">What was wrong with it in the file and has been mended, for the keeper of the corpus to know.</param>
public sealed record Section(IReadOnlyList<string> HeadingPath, IReadOnlyList<string> Lines, Locator? Locator = null, SectionFlaws Flaws = SectionFlaws.None);

/// <summary>What can be wrong with a section in its file.</summary>
[Flags]
public enum SectionFlaws
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No-break, narrow or zero-width spaces, which look like a plain one or like nothing.</summary>
    OddSpaces = 1,

    /// <summary>The columns that should hold the text are empty.</summary>
    TextMissing = 2,

    /// <summary>Cells to the right of the last named column: a row that has slipped.</summary>
    CellsBeyondHeader = 4,
}
