namespace AzuSena.Whisper;

/// <summary>A piece of what was said, about a sentence.</summary>
/// <param name="Start">Where it begins in the recording.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">The words.</param>
/// <param name="Language">Code of the language, such as <c>es</c>.</param>
/// <param name="AverageLogProbability">Natural logarithm of the probability of a token, on the average over the window that it is from.</param>
/// <param name="NoSpeechProbability">How likely the model finds it that nobody speaks in that window, 0 to 1.</param>
public sealed record TranscribedSegment(TimeSpan Start, TimeSpan End, string Text, string Language, double AverageLogProbability, double NoSpeechProbability);
