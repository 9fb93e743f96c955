namespace AzuSena.Voice.Live;

/// <summary>
/// The part of a live transcription that will not change any more: the words that two consecutive transcriptions agree on (LocalAgreement-2: Macháček et al.,
/// "Turning Whisper into Real-Time Transcription System", 2023).
/// </summary>
internal sealed class SettledText
{
    private string[] _last = [];
    private int _settled;

    /// <summary>Processes the current transcription.</summary>
    /// <returns>The settled text, if it has grown; otherwise null.</returns>
    public string? Add(string heard)
    {
        var words = heard.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var agreed = words.Zip(_last).TakeWhile(pair => Bare(pair.First) == Bare(pair.Second)).Count();
        _last = words;
        if (agreed <= _settled)
        {
            return null;
        }

        _settled = agreed;
        return string.Join(' ', words.Take(agreed));
    }

    // A comma or a capital may come and go while a word stays the same.
    private static string Bare(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
