namespace AzuSena.Mutation;

/// <summary>One change of the source that a test should notice.</summary>
/// <param name="File">The file, from the root of the tree.</param>
/// <param name="Start">Where the changed node starts in the file.</param>
/// <param name="Length">How long that node is.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Room">The folder that its score is counted under.</param>
/// <param name="Change">What is changed to what, on one line.</param>
internal sealed record SourceMutant(string File, int Start, int Length, int Line, string Room, string Change)
{
    /// <summary>How a report names it.</summary>
    public override string ToString() => $"{File}:{Line} {Change}";
}
