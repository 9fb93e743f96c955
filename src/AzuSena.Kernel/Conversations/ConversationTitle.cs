using System.Text;
using AzuSena.Courtesies;
using AzuSena.Spanish;

namespace AzuSena.Conversations;

/// <summary>Creates and validates conversation titles.</summary>
public static class ConversationTitle
{
    /// <summary>The maximum length, in characters as users count them (<see cref="TextLength"/>).</summary>
    public const int MaxLength = 120;

    private const int ShortLength = 60;
    private const int MinLength = 20;

    /// <summary>The title derived from a question: its beginning, cut between words. Null for a greeting, which has no subject.</summary>
    public static string? Of(string question)
    {
        if (SmallTalk.ReplyTo(question) is not null)
        {
            return null;
        }

        var words = OneLine(question);
        if (words.Length <= ShortLength)
        {
            return words;
        }

        var space = words.LastIndexOf(' ', ShortLength - 1);
        var end = space >= MinLength ? space : ShortLength - 1;
        end -= char.IsHighSurrogate(words[end - 1]) ? 1 : 0;
        return words[..end].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    /// <summary>Normalises a title from a user or a model to one trimmed line; null if it is empty, too long or not text.</summary>
    public static string? Clean(string? title)
    {
        var clean = OneLine(title ?? "");
        return clean.Length == 0 || !TextLength.IsWithin(clean, MaxLength)
            || clean.Any(char.IsControl) || clean.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) ? null : clean;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
