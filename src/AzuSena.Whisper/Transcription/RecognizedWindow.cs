namespace AzuSena.Whisper.Transcription;

/// <summary>What a network heard in a window.</summary>
/// <param name="Pieces">The sentences, in order; none if there is no speech.</param>
/// <param name="Language">Code of the language, such as <c>es</c>.</param>
/// <param name="AverageLogProbability">Natural logarithm of the probability of a token, averaged over the window.</param>
/// <param name="NoSpeechProbability">The probability that the window has no speech, 0 to 1.</param>
public sealed record RecognizedWindow(IReadOnlyList<WindowPiece> Pieces, string Language, double AverageLogProbability, double NoSpeechProbability);

/// <summary>A piece of a window, about a sentence; times in seconds from the window's beginning.</summary>
/// <param name="Start">Its beginning.</param>
/// <param name="End">Its end; null if the window cuts it, or the model did not write it.</param>
/// <param name="Text">The words.</param>
public readonly record struct WindowPiece(double Start, double? End, string Text);
