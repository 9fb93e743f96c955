using System.Runtime.CompilerServices;
using AzuSena.Answering;

namespace AzuSena.Api.Tests.Support;

/// <summary>Gives the pieces that the test hands it, one by one, until the test says that it was the last; every answer gets them all.</summary>
internal sealed class StepComposer : IAnswerComposer
{
    private readonly Lock _lock = new();
    private readonly List<string> _pieces = [];
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _hasEnded;

    public string Mode => "extractive";

    /// <summary>Ends when the work's token was cancelled.</summary>
    public Task Cancelled => _cancelled.Task.WaitAsync(TestApi.Patience);

    /// <summary>Whether the work's token was cancelled.</summary>
    public bool IsCancelled => _cancelled.Task.IsCompleted;

    public void Say(params string[] pieces) => Change(() => _pieces.AddRange(pieces));

    public void End() => Change(() => _hasEnded = true);

    /// <summary>Has later answers wait for an end again.</summary>
    public void Begin() => Change(() => _hasEnded = false);

    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Without sources nothing is held against anything, so that each piece is one token.
        yield return new AnswerSources([]);
        try
        {
            for (var next = 0; ;)
            {
                var (piece, more) = Find(next);
                if (piece is not null)
                {
                    next++;
                    yield return new AnswerPiece(piece);
                }
                else if (more is null)
                {
                    yield break;
                }
                else
                {
                    await more.WaitAsync(cancellationToken);
                }
            }
        }
        finally
        {
            if (cancellationToken.IsCancellationRequested)
            {
                _cancelled.TrySetResult();
            }
        }
    }

    private (string? Piece, Task? More) Find(int next)
    {
        lock (_lock)
        {
            return (next < _pieces.Count ? _pieces[next] : null, _hasEnded ? null : _more.Task);
        }
    }

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
            _more.SetResult();
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
