using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Voice.Speaking;

namespace AzuSena.Api.Voice;

/// <summary>A finished answer to a spoken question: the answer with its transcription.</summary>
public sealed record VoiceAnswer : Answer
{
    /// <summary>Creates the answer with its transcription.</summary>
    public VoiceAnswer(Answer answer, Transcription heard)
        : base(answer) =>
        (Transcription, Language, Segments, AudioSeconds, Spoken) = (heard.Text, heard.Language, heard.Segments, heard.AudioSeconds, SpokenAnswer.Of(answer));

    /// <summary>The transcribed question.</summary>
    public string Transcription { get; }

    /// <summary>The language of the question, such as <c>es</c>.</summary>
    public string Language { get; }

    /// <summary>Its segments with their times, in order.</summary>
    public IReadOnlyList<TranscriptionSegment> Segments { get; }

    /// <summary>The recording's length.</summary>
    public double AudioSeconds { get; }

    /// <summary>What to read aloud first (Markdown): the lead, with the offer to tell more if there is more; else the whole text.</summary>
    public string Spoken { get; }

    /// <summary>Waits for the end of the stream.</summary>
    /// <exception cref="AzuSenaException">The stream ended with <see cref="AnswerFailed"/>.</exception>
    internal static async Task<VoiceAnswer> OfAsync(IAsyncEnumerable<AnswerEvent> events)
    {
        Transcription? heard = null;
        var answer = await Noting(events, completed => heard = completed.Transcription).ToAnswerAsync();
        return new VoiceAnswer(answer, heard ?? throw new AzuSenaException(ErrorCode.Internal));
    }

    private static IAsyncEnumerable<AnswerEvent> Noting(IAsyncEnumerable<AnswerEvent> events, Action<TranscriptionCompleted> note) => events.Select(step =>
    {
        if (step is TranscriptionCompleted completed)
        {
            note(completed);
        }

        return step;
    });
}
