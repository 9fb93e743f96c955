using System.Runtime.CompilerServices;
using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Models;
using AzuSena.Passages;
using AzuSena.Prompts;
using AzuSena.Prompts.Links;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using FunctionCallContent = Microsoft.Extensions.AI.FunctionCallContent;
using FunctionResultContent = Microsoft.Extensions.AI.FunctionResultContent;
using TextContent = Microsoft.Extensions.AI.TextContent;

namespace AzuSena.Answering.Generation;

/// <summary>Streams a model's reply to a prompt as parts of an answer.</summary>
internal static class ModelReply
{
    private const string Paragraph = "\n\n";

    /// <param name="model">The model.</param>
    /// <param name="call">The call of the prompt; the passages that fit into it may be cited, the first as [1].</param>
    /// <param name="kernel">Provides the functions that the model may call.</param>
    /// <param name="cancellationToken">Aborts the request at the model server.</param>
    /// <param name="titleOf">The name for people of a tool; null if it has none.</param>
    /// <exception cref="AzuSenaException">The model failed, or wrote nothing.</exception>
    public static async IAsyncEnumerable<AnswerPart> StreamAsync(
        ChatModel model, PromptInvocation call, Kernel kernel, [EnumeratorCancellation] CancellationToken cancellationToken,
        Func<string, string?>? titleOf = null)
    {
        IReadOnlyList<Passage> passages = [];
        var tools = new ToolEvents([]);
        var links = new PassageLinks();
        var written = new ReplyText(passages.Count, links);
        var between = "";
        var isCutOff = false;
        await foreach (var update in call.StreamAsync(kernel, model.Client, cancellationToken))
        {
            isCutOff |= update.FinishReason == ChatFinishReason.Length;
            foreach (var content in update.Contents)
            {
                if (content is RenderedPromptContent { Rendered: var prompt })
                {
                    yield return new AnswerPrompt(prompt, model);
                    passages = call.Fitted?.Kept ?? [];
                    tools = new ToolEvents(prompt.Options.Tools ?? [], titleOf);
                    links = call.Fitted?.Links ?? links;
                    written = new ReplyText(passages.Count, links);
                    yield return new AnswerSources(passages);
                }
                else if (content is TextContent { Text: { Length: > 0 } text })
                {
                    foreach (var part in Parts(written.Take(between + text), passages.Count))
                    {
                        yield return part;
                    }

                    between = "";
                }
                else if (content is UsageContent { Details: { InputTokenCount: { } input, OutputTokenCount: { } output } })
                {
                    yield return new AnswerCounted(new TokenUsage(input, output));
                }
                else if (content is WithdrawnContent)
                {
                    (written, between) = (new ReplyText(passages.Count, links), "");
                    yield return new AnswerWithdrawn();
                }
                else if (Notice(content, tools) is { } notice)
                {
                    foreach (var part in notice is ToolCalled ? Parts(written.Pause(), passages.Count) : [])
                    {
                        yield return part;
                    }

                    links.Allow((notice as ToolReturned)?.Result ?? "");

                    // Text after a tool's result does not continue the previous sentence.
                    between = written.HasText && notice is ToolReturned ? Paragraph : between;
                    yield return new AnswerNotice(notice);
                }
            }
        }

        foreach (var part in Parts(written.End(), passages.Count))
        {
            yield return part;
        }

        if (isCutOff)
        {
            yield return new AnswerCutOff();
        }

        if (!written.HasText)
        {
            throw new AzuSenaException(ErrorCode.ModelUnavailable);
        }
    }

    // A mark that refers to no passage of the prompt is dropped: the reader could not follow it.
    private static IEnumerable<AnswerPart> Parts(IEnumerable<MarkedText> written, int passages)
    {
        foreach (var part in written)
        {
            if (part.Numbers.Count == 0)
            {
                yield return new AnswerPiece(part.Text);
            }
            else if (part.Numbers.Where(number => number >= 1 && number <= passages).ToArray() is { Length: > 0 } known)
            {
                yield return new AnswerMark(known);
            }
        }
    }

    /// <summary>The event that tells the client of the wait for a model.</summary>
    public static AnswerEvent? Waiting(AIContent content) => content switch
    {
        QueuePositionContent queue => new QueuePosition(queue.Position),
        ModelLoadingContent loading => new ModelLoading(loading.Model),
        _ => null,
    };

    private static AnswerEvent? Notice(AIContent content, ToolEvents tools) => content switch
    {
        TextReasoningContent { Text: { Length: > 0 } thought } => new ReasoningToken(thought),
        FunctionCallContent call => tools.Called(call),
        FunctionResultContent result => tools.Returned(result),
        _ => Waiting(content),
    };
}
