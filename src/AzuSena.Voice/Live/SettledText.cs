namespace AzuSena.Voice.Live;

/// <summary>
/// What of a text will not change any more while more is heard: the words that two hearings in a row agree on (LocalAgreement-2: Macháček et al.,
/// "Turning Whisper into Real-Time Transcription System", 2023).
/// </summary>
internal sealed class SettledText
{
    private string[] _last = [];
    private int _settled;

    /// <summary>Takes what is heard now.</summary>
    /// <returns>The settled text, where there is more of it than before; otherwise null.</returns>
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

    // A comma or a capital comes and goes while a word stays.
    private static string Bare(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
