using System.Runtime.CompilerServices;
using System.Text;

namespace AzuSena.Answering;

/// <summary>An answer while it comes about: its text and citations so far, how it is made, and the clock.</summary>
internal sealed class AnswerDraft(Question question, string id, string mode, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private readonly StringBuilder _text = new();
    private readonly List<Citation> _citations = [];
    private TimeSpan _retrieval;
    private string _mode = mode;
    private string? _prompt;

    /// <summary>Whether the composer says that the documents do not answer.</summary>
    public bool IsDeclined { get; private set; }

    public void MarkRetrieved() => _retrieval = time.GetElapsedTime(_started);

    public AnswerToken Add(string text, Citation? citation = null)
    {
        _text.Append(text);
        if (citation is not null)
        {
            _citations.Add(citation);
        }

        return new AnswerToken(text);
    }

    /// <summary>Has a composer make the text, and gives what whoever asks is told on the way.</summary>
    public async IAsyncEnumerable<AnswerEvent> ComposeAsync(IAnswerComposer composer, AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var part in composer.ComposeAsync(material, cancellationToken))
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
        return new Answer(
            _text.ToString(),
            id,
            question.ConversationId,
            _mode,
            abstained,
            Math.Round(confidence, 4),
            lowConfidence,
            _citations,
            new AnswerTimings(Round(_retrieval), Round(total - _retrieval), Round(total)),
            _prompt);
    }

    private AnswerEvent? Take(AnswerPart part)
    {
        switch (part)
        {
            case AnswerPiece piece:
                return Add(piece.Text, piece.Citation);
            case AnswerPrompt prompt:
                _prompt = prompt.Version;
                return null;
            case AnswerDeclined:
                IsDeclined = true;
                return null;
            case AnswerNotice { Event: ModeChanged changed }:
                _mode = changed.Mode;
                _prompt = null;
                return changed;
            case AnswerNotice notice:
                return notice.Event;
            default:
                throw new InvalidOperationException($"Nobody knows what to do with {part.GetType().Name}.");
        }
    }

    private static double Round(TimeSpan duration) => Math.Round(duration.TotalMilliseconds, 2);
}
