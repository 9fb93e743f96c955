namespace AzuSena.Answering.Grounding;

/// <summary>A finished sentence with its citation marks.</summary>
/// <param name="Kind">The kind of text.</param>
/// <param name="Front">Preceding text that is not a sentence, such as a rule or the end of a code block.</param>
/// <param name="Lead">The white space between <paramref name="Front"/> and the sentence.</param>
/// <param name="Text">The sentence without marks, up to its last punctuation.</param>
/// <param name="Closing">
/// Its end, a part of <paramref name="Text"/> that has not been shown: the punctuation, or for a table row the text from its first mark on.
/// </param>
/// <param name="Marks">The numbers of the marks, in order.</param>
/// <param name="MarksFollow">Whether the marks were written after the punctuation.</param>
/// <param name="Places">For a table row, the positions of its marks in <paramref name="Text"/>.</param>
internal sealed record FinishedSentence(
    SentenceKind Kind, string Front, string Lead, string Text, string Closing, IReadOnlyList<int> Marks, bool MarksFollow, IReadOnlyList<PlacedMark> Places);

/// <summary>A citation mark in a table cell.</summary>
/// <param name="Offset">Its position.</param>
/// <param name="Numbers">The cited numbers.</param>
internal sealed record PlacedMark(int Offset, IReadOnlyList<int> Numbers);

/// <summary>The kind of a piece of an answer's text.</summary>
internal enum SentenceKind
{
    /// <summary>A sentence, list item or heading.</summary>
    Prose,

    /// <summary>The first row of a table, with the column names.</summary>
    TableHead,

    /// <summary>A table row.</summary>
    TableRow,

    /// <summary>A line of a code block, or the fence that opens it.</summary>
    Code,
}
