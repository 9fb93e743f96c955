using AzuSena.Passages;

namespace AzuSena.Memory.Corpus;

/// <summary>A document as read, before it is split into passages.</summary>
/// <param name="Info">The document's metadata.</param>
/// <param name="Sections">Its text by heading, in order.</param>
public sealed record CorpusDocument(DocumentInfo Info, IReadOnlyList<Section> Sections)
{
    /// <summary>The number of its pages; null if its format has none.</summary>
    public int? Pages { get; init; }

    /// <summary>What was skipped in its file, for the corpus maintainer.</summary>
    public IReadOnlyList<DocumentNote> Notes { get; init; } = [];

    /// <summary>The questions that its file lists, before they are assigned to the sections.</summary>
    public IReadOnlyList<ListedQuestions> Questions { get; init; } = [];
}

/// <summary>A part of a file that was skipped or is doubtful; the rest was read.</summary>
/// <param name="Path">The file, below the corpus folder.</param>
/// <param name="Line">The line, from 1; 0 if the format has no lines.</param>
/// <param name="Text">The description, in Spanish, with what to do.</param>
public sealed record DocumentNote(string Path, int Line, string Text)
{
    /// <summary>Stable name of the reason if a part of the content was left out or is doubtful, such as <c>pages_without_text</c>; else null.</summary>
    public string? Rule { get; init; }

    /// <summary>Whether it concerns the questions that people ask (<c>preguntas</c>), not the rest of the front matter.</summary>
    public bool IsOfQuestions { get; init; }
}

/// <summary>The text under one heading.</summary>
/// <param name="HeadingPath">The headings above it, outermost first, without the document's title.</param>
/// <param name="Lines">Its paragraphs and list items (<c>- …</c>), one to a line.</param>
/// <param name="Locator">The page, row or article of the section, if the format has one.</param>
/// <param name="Flaws">The flaws of the section in the file, which were repaired; for the corpus maintainer.</param>
public sealed record Section(IReadOnlyList<string> HeadingPath, IReadOnlyList<string> Lines, Locator? Locator = null, SectionFlaws Flaws = SectionFlaws.None)
{
    /// <summary>What people ask that it answers.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];
}

/// <summary>The flaws that a section can have in its file.</summary>
[Flags]
public enum SectionFlaws
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No-break, narrow or zero-width spaces, which look like a plain space or are invisible.</summary>
    OddSpaces = 1,

    /// <summary>The columns that should hold the text are empty.</summary>
    TextMissing = 2,

    /// <summary>Cells to the right of the last named column: the row is probably shifted.</summary>
    CellsBeyondHeader = 4,
}
