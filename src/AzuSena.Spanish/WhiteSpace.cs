using System.Text;

namespace AzuSena.Spanish;

/// <summary>Collapses white space of any kind and length into single spaces.</summary>
public static class WhiteSpace
{
    /// <summary>The text with every run of white space replaced by a space.</summary>
    public static string Collapse(string text) => Collapse(text, char.IsWhiteSpace);

    /// <summary>The same for spaces and tabs only: line breaks are kept.</summary>
    public static string CollapseBlanks(string text) => Collapse(text, static c => c is ' ' or '\t');

    private static string Collapse(string text, Func<char, bool> isSpace)
    {
        if (!NeedsIt(text, isSpace))
        {
            return text;
        }

        var collapsed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!isSpace(text[i]))
            {
                collapsed.Append(text[i]);
            }
            else if (i == 0 || !isSpace(text[i - 1]))
            {
                collapsed.Append(' ');
            }
        }

        return collapsed.ToString();
    }

    private static bool NeedsIt(string text, Func<char, bool> isSpace)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (isSpace(text[i]) && (text[i] != ' ' || (i > 0 && text[i - 1] == ' ')))
            {
                return true;
            }
        }

        return false;
    }
}
