using AzuSena.Answering.Evidence;
using AzuSena.Answering.Grounding.Judging;
using AzuSena.Answers;
using AzuSena.Memory.Search;

namespace AzuSena.Answering.Tracing;

/// <summary>
/// Collects what there is to know of one answer while it comes about. It only holds on to what is handed to it; what a trace makes of that is worked out
/// after the answer, by <see cref="TraceBuilder"/>.
/// </summary>
/// <remarks>For one answer and one thread at a time. Disposing it ends the trace, however the answer ended.</remarks>
internal sealed class TraceRecorder(Question asked, string id, TraceBuffer buffer, TimeProvider time) : IDisposable
{
    // The kinds of events are few; only the names of tools could make them many.
    private const int MaxSteps = 64;

    private readonly long _started = time.GetTimestamp();
    private readonly Dictionary<(Type Kind, string? Detail), RecordedStep> _steps = [];
    private bool _isFinished;

    public string QuestionId => id;

    public DateTimeOffset AskedAt { get; } = time.GetUtcNow();

    /// <summary>The question as it was asked.</summary>
    public Question Asked => asked;

    /// <summary>The question as it was searched for.</summary>
    public string Standalone { get; private set; } = asked.Text;

    /// <summary>How the answer was to be made; null where it was not begun.</summary>
    public string? Mode { get; private set; }

    public SearchResult? Search { get; private set; }

    public WeighedEvidence? Evidence { get; private set; }

    public AnswerPrompt? Prompt { get; private set; }

    /// <summary>What the judge said of sentences, each with where it starts in the answer's text.</summary>
    public List<(Judgement Judgement, int Start)> Judgements { get; } = [];

    /// <summary>The last event, if it ended the answer: without one, whoever asked left or stopped it.</summary>
    public AnswerEvent? End { get; private set; }

    public TimeSpan Elapsed { get; private set; }

    /// <summary>Each kind of event once, in the order of the first.</summary>
    public IEnumerable<RecordedStep> Steps => _steps.Values.OrderBy(step => step.First);

    public void Add(FoundEvidence found) => (Search, Evidence) = (found.Own, found.Evidence);

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
            // Before anybody hears of the end: whoever does may ask for the trace at once.
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

    // Never anything that somebody wrote.
    private static string? DetailOf(AnswerEvent step) => step switch
    {
        ToolCalled tool => tool.Name,
        ToolReturned tool => tool.Failed ? $"{tool.Name} (failed)" : tool.Name,
        ModeChanged changed => $"{changed.Mode} ({changed.Code})",
        _ => null,
    };
}

/// <summary>The events of one kind.</summary>
/// <param name="kind">The type of event.</param>
/// <param name="detail">Of which tool or mode.</param>
/// <param name="first">When the first came, after the question.</param>
internal sealed class RecordedStep(Type kind, string? detail, TimeSpan first)
{
    public Type Kind => kind;

    public string? Detail => detail;

    public TimeSpan First { get; } = first;

    public TimeSpan Last { get; set; } = first;

    public int Count { get; set; } = 1;
}
