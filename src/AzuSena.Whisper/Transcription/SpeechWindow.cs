namespace AzuSena.Whisper.Transcription;

/// <summary>What the encoder is to hear at once.</summary>
/// <param name="Start">The first sample.</param>
/// <param name="End">The sample after the last.</param>
/// <param name="EndsInPause">Whether nobody speaks where it ends, so that no word is cut.</param>
internal readonly record struct SpeechWindow(int Start, int End, bool EndsInPause);
