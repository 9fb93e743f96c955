using AzuSena.Memory.Indexing;

namespace AzuSena.Api.Health;

/// <summary>How far the indexing that runs at start is. Safe for concurrent use.</summary>
internal sealed class IndexingStatus : IProgress<IndexProgress>
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the run has ended and there is something to answer from.</summary>
    public Task Ready => _ready.Task;

    /// <summary>The last progress of the run; null before its first file.</summary>
    public IndexProgress? Progress { get; private set; }

    /// <summary>How many files were skipped.</summary>
    public int Skipped { get; private set; }

    public void Report(IndexProgress value) => Progress = value;

    /// <summary>Notes the end of the run.</summary>
    public void Finish(IndexReport? report)
    {
        Skipped = report?.Skipped.Count ?? 0;
        _ready.TrySetResult();
    }
}
