using System.Runtime.CompilerServices;
using AzuSena.Answers;
using AzuSena.Errors;

namespace AzuSena.Answering.Generation;

/// <summary>
/// Composes with a model, and falls back to another composer if the model fails before it has written anything. A later failure fails the answer, since the
/// sentence cannot be continued. A busy model is not a failure: the client may try again.
/// </summary>
internal sealed class FallbackComposer(IAnswerComposer first, IAnswerComposer second) : IAnswerComposer
{
    /// <inheritdoc/>
    public string Mode => first.Mode;

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AzuSenaException failure;
        var hasText = false;
        await using (var parts = first.ComposeAsync(material, cancellationToken).GetAsyncEnumerator(cancellationToken))
        {
            while (true)
            {
                try
                {
                    if (!await parts.MoveNextAsync())
                    {
                        yield break;
                    }
                }
                catch (AzuSenaException exception) when (!hasText && exception.Code is not ErrorCode.ModelBusy)
                {
                    failure = exception;
                    break;
                }

                hasText = parts.Current is AnswerPiece or AnswerMark || (hasText && parts.Current is not AnswerWithdrawn);
                yield return parts.Current;
            }
        }

        yield return new AnswerNotice(new ModeChanged(second.Mode, failure.Code.WireName()));
        await foreach (var part in second.ComposeAsync(material, cancellationToken))
        {
            yield return part;
        }
    }
}
