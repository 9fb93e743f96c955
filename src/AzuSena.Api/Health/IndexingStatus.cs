using AzuSena.Errors;
using AzuSena.Memory.Indexing;

namespace AzuSena.Api.Health;

/// <summary>The progress of the indexing that runs at start, and again if the database is lost. Safe for concurrent use.</summary>
internal sealed class IndexingStatus : IProgress<IndexProgress>
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IndexProgress? _progress;
    private volatile int _skipped;
    private object? _problem;

    /// <summary>Ends when the first run has ended and questions can be answered.</summary>
    public Task Ready => _ready.Task;

    /// <summary>The last progress of the run; null before its first file, and if none is running.</summary>
    public IndexProgress? Progress => _progress;

    /// <summary>How many files were skipped.</summary>
    public int Skipped => _skipped;

    /// <summary>Why the last run failed; null if it did not.</summary>
    public ErrorCode? Problem => (ErrorCode?)Volatile.Read(ref _problem);

    public void Report(IndexProgress value) => _progress = value;

    /// <summary>Records the end of the run.</summary>
    public void Finish(IndexReport? report)
    {
        (_progress, _problem, _skipped) = (null, null, report?.Skipped.Count ?? 0);
        _ready.TrySetResult();
    }

    /// <summary>Records that a run after the first failed.</summary>
    public void Fail(ErrorCode problem) => (_progress, _problem) = (null, problem);
}
