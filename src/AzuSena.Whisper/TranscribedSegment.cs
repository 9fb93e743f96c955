namespace AzuSena.Whisper;

/// <summary>A segment of the transcription, about a sentence.</summary>
/// <param name="Start">Its beginning in the recording.</param>
/// <param name="End">Its end in the recording.</param>
/// <param name="Text">The words.</param>
/// <param name="Language">Code of the language, such as <c>es</c>.</param>
/// <param name="AverageLogProbability">Natural logarithm of the probability of a token, averaged over the segment's window.</param>
/// <param name="NoSpeechProbability">The probability that the window has no speech, according to the model, 0 to 1.</param>
public sealed record TranscribedSegment(TimeSpan Start, TimeSpan End, string Text, string Language, double AverageLogProbability, double NoSpeechProbability);
