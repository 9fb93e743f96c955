namespace AzuSena.Whisper.Ggml;

/// <summary>The notes of subtitles, such as <c>[BLANK_AUDIO]</c>, <c>(aplausos)</c> and ♪: whisper.cpp does not suppress them.</summary>
internal static class SubtitleNotes
{
    private static readonly (char Open, char Close)[] Notes = [('[', ']'), ('(', ')'), ('*', '*'), ('♪', '♪')];

    /// <summary>What was said without them; empty if nothing else is left.</summary>
    public static string Without(string text)
    {
        foreach (var (open, close) in Notes)
        {
            for (var start = text.IndexOf(open); start >= 0; start = text.IndexOf(open))
            {
                var end = text.IndexOf(close, start + 1);
                text = end < 0 ? text.Remove(start, 1) : text.Remove(start, end - start + 1);
            }
        }

        var said = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return said.Any(char.IsLetterOrDigit) ? said : "";
    }
}
