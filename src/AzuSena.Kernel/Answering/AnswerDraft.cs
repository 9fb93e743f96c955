using System.Runtime.CompilerServices;
using System.Text;
using AzuSena.Answering.English;
using AzuSena.Answering.Evidence;
using AzuSena.Answering.Grounding;
using AzuSena.Answering.Grounding.Judging;
using AzuSena.Answering.Tracing;
using AzuSena.Answers;

namespace AzuSena.Answering;

/// <summary>An answer in progress: its text and citations so far, its mode and its timings.</summary>
internal sealed class AnswerDraft(Question question, string id, string mode, UnsupportedPolicy unsupported, TimeProvider time, TraceRecorder? trace)
{
    private readonly long _started = time.GetTimestamp();
    private readonly StringBuilder _text = new();
    private readonly List<Citation> _citations = [];
    private readonly GroundedText _grounded = new();
    private TimeSpan _understood;
    private TimeSpan _retrieved;
    private string _mode = mode;
    private string? _prompt;
    private int _composed;
    private string? _lead;
    private TokenUsage? _usage;
    private AnswerRest _rest = new(Completeness.Complete, []);

    /// <summary>Whether the composer declined because the documents do not answer the question.</summary>
    public bool IsDeclined { get; private set; }

    /// <summary>Whether a model wrote the text without citing any passage.</summary>
    public bool IsUncited => _prompt is not null && _citations.Count == 0;

    /// <summary>Records that the question has its final form.</summary>
    public void MarkUnderstood() => _understood = time.GetElapsedTime(_started);

    /// <summary>Records the search result and its evidence.</summary>
    public void MarkRetrieved(FoundEvidence found)
    {
        _retrieved = time.GetElapsedTime(_started);
        trace?.Add(found);
    }

    public AnswerToken Add(string text, Citation? citation = null)
    {
        _text.Append(text);
        if (citation is not null)
        {
            _citations.Add(citation);
        }

        return new AnswerToken(text);
    }

    /// <summary>Adds a question back, which leaves the answer open.</summary>
    public AnswerToken AskBack(string question)
    {
        _rest = new AnswerRest(Completeness.Partial, []);
        return Add(question);
    }

    /// <summary>Composes the text and yields the events for the client.</summary>
    public async IAsyncEnumerable<AnswerEvent> ComposeAsync(
        IAnswerComposer composer,
        AnswerMaterial material,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        SentenceJudge? judge = null,
        EnglishFrame? frame = null)
    {
        _composed = _text.Length;
        var grounding = new AnswerGrounding([.. material.Search.Hits.Select(hit => hit.Passage)], unsupported, judge, material.VariantKey, material.Language,
            material.NeedsTool);
        var parts = grounding.GroundAsync(composer.ComposeAsync(material, cancellationToken), cancellationToken);
        await foreach (var part in frame is null ? parts : frame.AroundAsync(parts, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Take(part) is { } step)
            {
                yield return step;
            }
        }
    }

    public Answer Finish(double confidence, bool abstained = false, bool lowConfidence = false)
    {
        var total = time.GetElapsedTime(_started);
        var text = _grounded.WithoutRetracted(_text.ToString());
        return new Answer(
            text,
            id,
            question.ConversationId,
            _mode,
            abstained,
            Math.Round(confidence, 4),
            lowConfidence,
            _citations,
            new AnswerTimings(Round(_retrieved - _understood), Round(total - _retrieved), Round(total)),
            _prompt,
            _grounded.Kept(),
            NotKept: null,
            abstained ? Completeness.None : _rest.Completeness,
            abstained ? null : AnswerLead.Of(text, _lead),
            abstained || _rest.More.Count == 0 ? null : _rest.More,
            Usage: _usage);
    }

    private AnswerEvent? Take(AnswerPart part)
    {
        switch (part)
        {
            case AnswerPiece { Text: "" }:
                return null;
            case AnswerPiece piece:
                return Add(piece.Text, piece.Citation);
            case AnswerRemark remark:
                return Add(remark.Text);
            case GroundedSentence sentence:
                return _grounded.Add(sentence, _text);
            case JudgedSentence judged:
                var judgedGrounding = _grounded.Judge(judged);
                trace?.Add(judged.Judgement, judgedGrounding.Start);
                return judged.Citation is null ? null : new SentenceGrounded(judgedGrounding);
            case AnswerPrompt prompt:
                _prompt = prompt.Rendered.Version.ToString();
                trace?.Add(prompt);
                return null;
            case AnswerLeadEnded:
                _lead = _grounded.WithoutRetracted(_text.ToString());
                return null;
            case AnswerRest rest:
                _rest = rest;
                return null;
            case AnswerWithdrawn:
                _citations.Clear();
                (_lead, _rest) = (null, new AnswerRest(Completeness.Complete, []));
                return _text.Length > _composed ? _grounded.Withdraw(_composed, _text) : null;
            case AnswerDeclined:
                IsDeclined = true;
                return null;
            case AnswerCounted { Usage: var counted }:
                _usage = _usage is null ? counted : new TokenUsage(_usage.Input + counted.Input, _usage.Output + counted.Output);
                return null;
            case AnswerNotice { Event: ModeChanged changed }:
                _mode = changed.Mode;
                (_prompt, _usage) = (null, null);
                return changed;
            case AnswerNotice notice:
                return notice.Event;
            default:
                throw new InvalidOperationException($"Nobody knows what to do with {part.GetType().Name}.");
        }
    }

    private static double Round(TimeSpan duration) => Math.Round(duration.TotalMilliseconds, 2);
}
