using System.Text;

namespace AzuSena.Answering;

/// <summary>An answer while it comes about: its text and citations so far, and the clock.</summary>
internal sealed class AnswerDraft(Question question, string id, string mode, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private readonly StringBuilder _text = new();
    private readonly List<Citation> _citations = [];
    private TimeSpan _retrieval;

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

    public Answer Finish(double confidence, bool abstained = false, bool lowConfidence = false)
    {
        var total = time.GetElapsedTime(_started);
        return new Answer(
            _text.ToString(),
            id,
            question.ConversationId,
            mode,
            abstained,
            Math.Round(confidence, 4),
            lowConfidence,
            _citations,
            new AnswerTimings(Round(_retrieval), Round(total - _retrieval), Round(total)));
    }

    private static double Round(TimeSpan duration) => Math.Round(duration.TotalMilliseconds, 2);
}
