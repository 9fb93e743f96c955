using System.Runtime.CompilerServices;
using AzuSena.Answering.Generation.Contract;
using AzuSena.Answers;
using AzuSena.Errors;

namespace AzuSena.Answering.Generation;

/// <summary>
/// Composes with a model, and falls back to another composer if the model fails before it has written anything. A later failure fails the answer, since the
/// sentence cannot be continued. A busy model is not a failure: the client may try again. A reply that cannot be an answer is replaced as well.
/// </summary>
/// <param name="first">Composes with a model.</param>
/// <param name="second">Replaces it.</param>
/// <param name="coversFailures">Whether a model that fails is replaced, and not only its unusable reply.</param>
internal sealed class FallbackComposer(IAnswerComposer first, IAnswerComposer second, bool coversFailures = true) : IAnswerComposer
{
    private const string Unusable = "model_reply_unusable";

    /// <inheritdoc/>
    public string Mode => first.Mode;

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string code;
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
                catch (AzuSenaException exception) when (coversFailures && !hasText && exception.Code is not ErrorCode.ModelBusy)
                {
                    code = exception.Code.WireName();
                    break;
                }
                catch (UnusableReplyException)
                {
                    code = Unusable;
                    break;
                }

                hasText = parts.Current is AnswerPiece or AnswerMark || (hasText && parts.Current is not AnswerWithdrawn);
                yield return parts.Current;
            }
        }

        yield return new AnswerNotice(new ModeChanged(second.Mode, code));
        await foreach (var part in second.ComposeAsync(material, cancellationToken))
        {
            yield return part;
        }
    }
}
