using AzuSena.Memory.Corpus;

namespace AzuSena.Memory.Indexing;

/// <summary>What an indexing run did.</summary>
public sealed class IndexReport
{
    /// <summary>Files looked at.</summary>
    public int Seen { get; internal set; }

    /// <summary>Files that were new or had changed.</summary>
    public int Indexed { get; internal set; }

    /// <summary>Passages made from them.</summary>
    public int Passages { get; internal set; }

    /// <summary>Files that were as the store held them.</summary>
    public int Unchanged { get; internal set; }

    /// <summary>Documents whose file is gone.</summary>
    public int Removed { get; internal set; }

    /// <summary>Files that could not be read.</summary>
    public IList<SkippedFile> Skipped { get; } = [];

    /// <summary>What was passed by in the files that were read in this run.</summary>
    public IList<DocumentNote> Notes { get; } = [];
}

/// <summary>A file that could not be read.</summary>
/// <param name="Path">Its path below the corpus folder.</param>
/// <param name="Line">The line at fault, from 1, where there is one.</param>
/// <param name="Reason">What is wrong with it, in Spanish.</param>
public sealed record SkippedFile(string Path, int? Line, string Reason);

/// <summary>How far an indexing run is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Done">Files looked at, documents published or passages embedded.</param>
/// <param name="Total">How many there are to be.</param>
/// <param name="Path">The last file; while it waits, who is being waited for.</param>
/// <param name="Passages">Passages cut, written or embedded so far in this run.</param>
public sealed record IndexProgress(IndexStage Stage, int Done, int Total, string? Path, int Passages = 0);

/// <summary>What an indexing run is doing.</summary>
public enum IndexStage
{
    /// <summary>Another process is indexing.</summary>
    Waiting,

    /// <summary>Files are read, cut and analysed.</summary>
    Reading,

    /// <summary>What was read is published in one transaction.</summary>
    Publishing,

    /// <summary>The published passages get their vectors.</summary>
    Embedding,
}
