namespace AzuSena.Answers;

/// <summary>The transcription of a recording.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Language">The language of the speech, such as <c>es</c>.</param>
/// <param name="Segments">The segments with their times, in order.</param>
/// <param name="AudioSeconds">The recording's length.</param>
public sealed record Transcription(string Text, string Language, IReadOnlyList<TranscriptionSegment> Segments, double AudioSeconds);

/// <summary>A segment of a transcription.</summary>
/// <param name="Start">Seconds from the recording's beginning.</param>
/// <param name="End">Seconds from the recording's beginning, exclusive.</param>
/// <param name="Text">The segment's text.</param>
public sealed record TranscriptionSegment(double Start, double End, string Text);
