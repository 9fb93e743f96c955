using AzuSena.Memory.Corpus;

namespace AzuSena.Memory.Indexing;

/// <summary>The result of an indexing run.</summary>
public sealed class IndexReport
{
    /// <summary>Files processed.</summary>
    public int Seen { get; internal set; }

    /// <summary>Files that were new or had changed.</summary>
    public int Indexed { get; internal set; }

    /// <summary>Passages made from them.</summary>
    public int Passages { get; internal set; }

    /// <summary>Files that were unchanged.</summary>
    public int Unchanged { get; internal set; }

    /// <summary>Documents whose file was deleted.</summary>
    public int Removed { get; internal set; }

    /// <summary>Files that could not be read.</summary>
    public IList<SkippedFile> Skipped { get; } = [];

    /// <summary>What was skipped in the files that were read in this run.</summary>
    public IList<DocumentNote> Notes { get; } = [];
}

/// <summary>A file that could not be read.</summary>
/// <param name="Path">Its path below the corpus folder.</param>
/// <param name="Line">The line of the error, from 1, if known.</param>
/// <param name="Reason">The reason, in Spanish.</param>
public sealed record SkippedFile(string Path, int? Line, string Reason);

/// <summary>The progress of an indexing run.</summary>
/// <param name="Stage">The current stage.</param>
/// <param name="Done">Files processed, documents published or passages embedded.</param>
/// <param name="Total">The total number of them.</param>
/// <param name="Path">The last file; while waiting, the process being waited for.</param>
/// <param name="Passages">Passages split, written or embedded so far in this run.</param>
public sealed record IndexProgress(IndexStage Stage, int Done, int Total, string? Path, int Passages = 0);

/// <summary>The stages of an indexing run.</summary>
public enum IndexStage
{
    /// <summary>Another process is indexing.</summary>
    Waiting,

    /// <summary>Files are read, split and analysed.</summary>
    Reading,

    /// <summary>The staged documents are published in one transaction.</summary>
    Publishing,

    /// <summary>The vectors of the published passages are computed.</summary>
    Embedding,

    /// <summary>The vectors of the sentences of the published passages are computed.</summary>
    EmbeddingQuotes,

    /// <summary>The published passages are translated for the reader.</summary>
    Translating,
}
