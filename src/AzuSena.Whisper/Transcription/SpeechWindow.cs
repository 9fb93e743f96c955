namespace AzuSena.Whisper.Transcription;

/// <summary>One input of the encoder.</summary>
/// <param name="Start">The first sample.</param>
/// <param name="End">The sample after the last.</param>
/// <param name="EndsInPause">Whether it ends in a pause, so that no word is cut.</param>
internal readonly record struct SpeechWindow(int Start, int End, bool EndsInPause);
