using AzuSena.Answering.Evidence;
using AzuSena.Answering.Grounding.Judging;
using AzuSena.Answering.Tools;
using AzuSena.Answers;
using AzuSena.Memory.Search;

namespace AzuSena.Answering.Tracing;

/// <summary>Collects the data of one answer in progress, by reference; <see cref="TraceBuilder"/> processes it after the answer.</summary>
/// <remarks>For one answer and one thread at a time. Disposing it ends the trace, however the answer ended.</remarks>
internal sealed class TraceRecorder(Question asked, string id, TraceBuffer buffer, TimeProvider time) : IDisposable
{
    // The kinds of events are few; only tool names could make them many.
    private const int MaxSteps = 64;

    private readonly long _started = time.GetTimestamp();
    private readonly Dictionary<(Type Kind, string? Detail), RecordedStep> _steps = [];
    private bool _isFinished;

    public string QuestionId => id;

    public DateTimeOffset AskedAt { get; } = time.GetUtcNow();

    /// <summary>The original question.</summary>
    public Question Asked => asked;

    /// <summary>The standalone question that is searched.</summary>
    public string Standalone { get; private set; } = asked.Text;

    /// <summary>The question before it, if its words were counted.</summary>
    public string? Previous { get; private set; }

    /// <summary>How the answer was to be made; null if it was not started.</summary>
    public string? Mode { get; private set; }

    public SearchResult? Search { get; private set; }

    public WeighedEvidence? Evidence { get; private set; }

    /// <summary>How the question was routed to tools; null if it was not.</summary>
    public ToolDecision? Routing { get; private set; }

    public AnswerPrompt? Prompt { get; private set; }

    /// <summary>The judgements of sentences, each with the sentence's start in the answer's text.</summary>
    public List<(Judgement Judgement, int Start)> Judgements { get; } = [];

    /// <summary>The last event, if it ended the answer; otherwise the client disconnected or stopped the answer.</summary>
    public AnswerEvent? End { get; private set; }

    public TimeSpan Elapsed { get; private set; }

    /// <summary>Each kind of event once, in order of first occurrence.</summary>
    public IEnumerable<RecordedStep> Steps => _steps.Values.OrderBy(step => step.First);

    public void Add(FoundEvidence found) => (Search, Evidence, Previous) = (found.Own, found.Evidence, found.Previous);

    public void Add(ToolDecision routing) => Routing = routing;

    public void Add(AnswerPrompt prompt) => Prompt = prompt;

    public void Add(Judgement judgement, int start) => Judgements.Add((judgement, start));

    public void Add(AnswerEvent step)
    {
        var now = time.GetElapsedTime(_started);
        var key = (step.GetType(), DetailOf(step));
        if (_steps.TryGetValue(key, out var known))
        {
            known.Last = now;
            known.Count++;
        }
        else if (_steps.Count < MaxSteps)
        {
            _steps.Add(key, new RecordedStep(step.GetType(), key.Item2, now));
        }

        Mode = step is AnswerStarted started ? started.Mode : Mode;
        Standalone = step is QuestionRewritten rewritten ? rewritten.Question : Standalone;
        End = step is AnswerCompleted or AnswerFailed ? step : null;
        if (End is not null)
        {
            // Before the client receives the end, since it may request the trace at once.
            Finish();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Finish();

    private void Finish()
    {
        if (_isFinished)
        {
            return;
        }

        _isFinished = true;
        Elapsed = time.GetElapsedTime(_started);
        buffer.Offer(this);
    }

    // Never contains user text.
    private static string? DetailOf(AnswerEvent step) => step switch
    {
        ToolCalled tool => tool.Name,
        ToolReturned tool => tool.Failed ? $"{tool.Name} (failed)" : tool.Name,
        ModeChanged changed => $"{changed.Mode} ({changed.Code})",
        _ => null,
    };
}

/// <summary>The events of one kind.</summary>
/// <param name="kind">The type of the events.</param>
/// <param name="detail">The tool or mode.</param>
/// <param name="first">When the first occurred, after the question.</param>
internal sealed class RecordedStep(Type kind, string? detail, TimeSpan first)
{
    public Type Kind => kind;

    public string? Detail => detail;

    public TimeSpan First { get; } = first;

    public TimeSpan Last { get; set; } = first;

    public int Count { get; set; } = 1;
}
