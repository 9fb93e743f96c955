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
}

/// <summary>A file that could not be read.</summary>
/// <param name="Path">Its path below the corpus folder.</param>
/// <param name="Line">The line at fault, from 1, where there is one.</param>
/// <param name="Reason">What is wrong with it, in Spanish.</param>
public sealed record SkippedFile(string Path, int? Line, string Reason);

/// <summary>How far an indexing run is.</summary>
/// <param name="Done">Files looked at.</param>
/// <param name="Total">Files to look at.</param>
/// <param name="Path">The last one.</param>
public sealed record IndexProgress(int Done, int Total, string Path);
