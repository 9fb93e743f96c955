namespace AzuSena.Answers;

/// <summary>What was heard in a recording.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Language">The language it was heard in, as <c>es</c>.</param>
/// <param name="Segments">Its parts with their times, in order.</param>
/// <param name="AudioSeconds">The recording's length.</param>
public sealed record Transcription(string Text, string Language, IReadOnlyList<TranscriptionSegment> Segments, double AudioSeconds);

/// <summary>A stretch of a recording.</summary>
/// <param name="Start">Seconds from the recording's beginning.</param>
/// <param name="End">Seconds from the recording's beginning, exclusive.</param>
/// <param name="Text">What was heard in it.</param>
public sealed record TranscriptionSegment(double Start, double End, string Text);
