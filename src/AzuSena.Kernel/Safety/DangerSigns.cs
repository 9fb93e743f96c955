using AzuSena.Languages;
using AzuSena.Spanish;

namespace AzuSena.Safety;

/// <summary>
/// Recognises that somebody in danger writes, in Spanish or English: self-harm, violence, abuse or threats, to oneself or somebody near. Misspellings that
/// sound the same in Spanish count as the word.
/// </summary>
public static class DangerSigns
{
    private static readonly SignList Spanish = new("signs.txt", SpanishSound.Of, "no", "nunca");
    private static readonly SignList English = new("signs.en.txt", word => word, "not", "never", "dont");

    /// <summary>Whether a text says so.</summary>
    public static bool Are(string text) => LanguageOf(text) is not null;

    /// <summary>The language to reply to such a text in; null if it says nothing of the kind.</summary>
    public static AskedLanguage? LanguageOf(string text)
    {
        var words = SaidWord.Of(text);
        return Spanish.IsIn(words) ? (EnglishText.Is(text) ? AskedLanguage.English : AskedLanguage.Spanish)
            : English.IsIn(words) ? AskedLanguage.English
            : null;
    }
}
