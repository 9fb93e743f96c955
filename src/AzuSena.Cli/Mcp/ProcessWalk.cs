using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Mcp;

namespace AzuSena.Cli.Mcp;

/// <summary>The walk for the one client of this process.</summary>
internal sealed class ProcessWalk(AnswerService answers) : IQuestionWalk
{
    public IAsyncEnumerable<AnswerEvent> AskAsync(AskedQuestion question, CancellationToken cancellationToken) => answers.AskAsync(
        Question.Create(question.Text, question.MaxPassages, question.ConversationId, owner: null, question.PromptVariant), cancellationToken);
}
