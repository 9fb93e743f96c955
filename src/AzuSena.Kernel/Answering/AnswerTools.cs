using System.Runtime.CompilerServices;
using AzuSena.Answering.Evidence;
using AzuSena.Answering.Generation;
using AzuSena.Answering.Tools;
using AzuSena.Answering.Tracing;
using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Memory.Search;
using AzuSena.Passages;
using AzuSena.Prompts;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering;

/// <summary>The part that tools have in an answer: which are called, and what their results add to the material.</summary>
public sealed class AnswerTools(ToolRouter router, ToolRun run, PromptLibrary prompts)
{
    // A model is asked although the documents do not answer if what its tools say of themselves covers half of the question.
    private const double MayAnswerFrom = 0.5;

    /// <summary>The question before, completed by what is now said, if a tool asked for it; else null.</summary>
    internal string? Complete(Question asked, EarlierTurns earlier) => router.Complete(asked, earlier);

    /// <summary>Decides who answers.</summary>
    internal ToolWork Begin(Question asked, FoundEvidence found, EarlierTurns earlier, TraceRecorder? trace)
    {
        var decision = router.Decide(asked, found, earlier);
        trace?.Add(decision);
        return new ToolWork(decision, found);
    }

    /// <summary>Calls the functions that the question was routed to, and yields their events.</summary>
    internal async IAsyncEnumerable<AnswerEvent> CallAsync(ToolWork work, Kernel kernel, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var call in work.Decision.Calls.Where(_ => work.Decision.Choice is not ToolChoice.Ask))
        {
            yield return call.Called();
            var result = await run.CallAsync(call, kernel, cancellationToken);
            yield return call.Returned(result);
            work.Add(call, result);
        }
    }

    /// <summary>Whether a model may be asked although the documents do not answer, because the tools of its prompt may.</summary>
    internal bool MayBeCalled(ToolWork work, Question question, ChosenComposers composers, string key, Kernel kernel)
    {
        if (composers.Model is not { CallsTools: true })
        {
            return false;
        }

        var offered = prompts.Get(WalkPrompts.AnswerQuestion, question.PromptVariant, key).CallableFunctions(kernel);
        return ToolRouter.Likelihood(work.Decision, question.Text, offered) >= MayAnswerFrom;
    }
}

/// <summary>What tools did for one answer.</summary>
internal sealed class ToolWork(ToolDecision decision, FoundEvidence found)
{
    private readonly List<Passage> _results = [];
    private readonly List<string> _failed = [];

    public ToolDecision Decision => decision;

    /// <summary>Whether a tool answers.</summary>
    public bool HasResult => _results.Count > 0;

    /// <summary>The names for people of the tools that failed.</summary>
    public IReadOnlyList<string> Failed => _failed;

    public void Add(RoutedCall call, Passage? result)
    {
        if (result is null)
        {
            _failed.Add(call.Function.Title);
        }
        else
        {
            _results.Add(result);
        }
    }

    /// <summary>The material with the results before what the documents say, if they say something.</summary>
    public AnswerMaterial AddTo(AnswerMaterial material)
    {
        if (!HasResult)
        {
            return material;
        }

        var withDocuments = decision.Choice is ToolChoice.Both;
        var others = found.Parts.Where(part => decision.Parts is { } routed && !routed.Contains(part.Question));
        var hits = _results.Select(result => new PassageHit(result, 1, 0));
        return material with
        {
            Search = material.Search with { Hits = [.. hits, .. withDocuments ? material.Search.Hits : []] },
            Parts = decision.Parts is not null ? [.. others.Select(part => part with { IsAnswered = withDocuments && part.IsAnswered })]
                : withDocuments ? found.Parts
                : [],
            Tools = _results,
        };
    }
}
