using AzuSena.Whisper.Decoding;
using AzuSena.Whisper.Tokens;

namespace AzuSena.Whisper.Transcription;

/// <summary>Splits the text of a window at its timestamps.</summary>
internal static class SegmentCutter
{
    private const double SecondsForToken = 0.02;

    /// <summary>The pieces that contain words.</summary>
    public static IReadOnlyList<WindowPiece> Cut(DecodedText text, TokenVocabulary vocabulary)
    {
        var pieces = new List<WindowPiece>();
        var words = new List<int>();
        double start = 0;
        foreach (var token in RepetitionLoop.Cut(text.Tokens))
        {
            if (token < vocabulary.FirstTimestamp)
            {
                words.Add(token);
                continue;
            }

            var time = (token - vocabulary.FirstTimestamp) * SecondsForToken;
            Close(time);
            start = time;
        }

        Close(null);
        return pieces;

        void Close(double? end)
        {
            if (vocabulary.Decode(words).Trim() is { Length: > 0 } said)
            {
                pieces.Add(new WindowPiece(start, end, said));
            }

            words.Clear();
        }
    }
}
