using System.Text;

namespace AzuSena.Memory.Translation;

/// <summary>Cleans a text for Apertium's stream format, in which brackets and some other characters are commands and NUL ends a text.</summary>
internal static class ApertiumText
{
    private const string Commands = @"[]{}<>^$\@~*#+/";

    /// <summary>The text with spaces instead of the characters with a meaning in the format, and of runs of white space and control characters.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsControl(letter) && !char.IsWhiteSpace(letter) && !Commands.Contains(letter))
            {
                clean.Append(letter);
            }
            else if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString().TrimEnd();
    }
}
