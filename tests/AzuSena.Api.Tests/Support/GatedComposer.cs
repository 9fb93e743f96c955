using System.Runtime.CompilerServices;
using AzuSena.Answering;

namespace AzuSena.Api.Tests.Support;

/// <summary>Gives one piece, then holds the answer until the test lets it go on or whoever asked has gone.</summary>
internal sealed class GatedComposer : IAnswerComposer
{
    public const string First = "Primera parte. ";
    public const string Second = "Segunda parte.";

    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Mode => "extractive";

    /// <summary>Ends when an answer is being held.</summary>
    public Task Held => _held.Task.WaitAsync(TestApi.Patience);

    /// <summary>Ends when the work's token was cancelled.</summary>
    public Task Cancelled => _cancelled.Task.WaitAsync(TestApi.Patience);

    public void Release() => _gate.TrySetResult();

    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Without sources nothing is held against anything, so that each piece is one token.
        yield return new AnswerSources([]);
        yield return new AnswerPiece(First);
        _held.TrySetResult();
        try
        {
            await _gate.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _cancelled.TrySetResult();
            throw;
        }

        yield return new AnswerPiece(Second);
    }
}
