using System.Runtime.CompilerServices;

namespace AzuSena.Answering.Generation;

/// <summary>Replies with a fixed sentence from the resources.</summary>
internal sealed class CannedReply(string text, string mode) : IAnswerComposer
{
    /// <inheritdoc/>
    public string Mode => mode;

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        yield return new AnswerPiece(text);
    }
}
