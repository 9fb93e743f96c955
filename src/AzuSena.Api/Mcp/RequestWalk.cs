using System.Runtime.CompilerServices;
using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Api.Answers.Live;
using AzuSena.Api.Security;
using AzuSena.Mcp;

namespace AzuSena.Api.Mcp;

/// <summary>The walk for the sender of the current request, among all other answers and with their limits. It ends if the client disconnects.</summary>
internal sealed class RequestWalk(IHttpContextAccessor accessor, AnswerService answers, LiveAnswers live) : IQuestionWalk
{
    public IAsyncEnumerable<AnswerEvent> AskAsync(AskedQuestion question, CancellationToken cancellationToken)
    {
        var context = accessor.HttpContext ?? throw new InvalidOperationException("MCP is only reached over HTTP.");
        var valid = Question.Create(
            question.Text, question.MaxPassages, question.ConversationId, ApiKeyOwner.Of(context.User), question.PromptVariant);
        return AskAsync(valid, Asker.Of(context), context.RequestAborted, cancellationToken);
    }

    private async IAsyncEnumerable<AnswerEvent> AskAsync(
        Question question, Asker asker, CancellationToken disconnected, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(disconnected, cancellationToken);
        await foreach (var step in live.AskAsync(asker, token => answers.AskAsync(question, token), isResumable: false, disconnected, either.Token))
        {
            yield return step.Event;
        }
    }
}
