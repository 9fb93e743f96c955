namespace AzuSena.Answering.Grounding;

/// <summary>A finished sentence and the citation marks that were written with it.</summary>
/// <param name="Kind">What stands there.</param>
/// <param name="Front">What stands before it and is none, such as a rule or the end of a block of code.</param>
/// <param name="Lead">The white space between that and the sentence.</param>
/// <param name="Text">The sentence without marks, up to its last punctuation.</param>
/// <param name="Closing">Its end, a part of <paramref name="Text"/> that has not been shown: the punctuation, or of a table's row what follows its first mark.</param>
/// <param name="Marks">What the marks name, in order.</param>
/// <param name="MarksFollow">Whether the marks were written behind the punctuation.</param>
/// <param name="Places">Of a table's row, where in <paramref name="Text"/> its marks stood.</param>
internal sealed record FinishedSentence(
    SentenceKind Kind, string Front, string Lead, string Text, string Closing, IReadOnlyList<int> Marks, bool MarksFollow, IReadOnlyList<PlacedMark> Places);

/// <summary>A citation mark in a cell of a table.</summary>
/// <param name="Offset">Where it stood.</param>
/// <param name="Numbers">What it names.</param>
internal sealed record PlacedMark(int Offset, IReadOnlyList<int> Numbers);

/// <summary>What stands in a piece of an answer's text.</summary>
internal enum SentenceKind
{
    /// <summary>A sentence, an item of a list or a heading.</summary>
    Prose,

    /// <summary>The first row of a table, which names its columns.</summary>
    TableHead,

    /// <summary>A row of a table.</summary>
    TableRow,

    /// <summary>A line of a block of code, or what opens it.</summary>
    Code,
}
