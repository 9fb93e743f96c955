using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AzuSena.Answering;

namespace AzuSena.Api.Tests.Support;

/// <summary>Gives the pieces that the test hands it, one by one, until the test says that it was the last.</summary>
internal sealed class StepComposer : IAnswerComposer
{
    private readonly Channel<string> _pieces = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Mode => "extractive";

    /// <summary>Ends when the work's token was cancelled.</summary>
    public Task Cancelled => _cancelled.Task.WaitAsync(TestApi.Patience);

    /// <summary>Whether the work's token was cancelled.</summary>
    public bool IsCancelled => _cancelled.Task.IsCompleted;

    public void Say(params string[] pieces) => pieces.ToList().ForEach(piece => _pieces.Writer.TryWrite(piece));

    public void End() => _pieces.Writer.TryComplete();

    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(() => _cancelled.TrySetResult());
        await foreach (var piece in _pieces.Reader.ReadAllAsync(cancellationToken))
        {
            yield return new AnswerPiece(piece);
        }
    }
}
