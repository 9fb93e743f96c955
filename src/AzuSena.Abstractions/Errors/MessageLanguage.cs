namespace AzuSena.Errors;

/// <summary>
/// The language of the messages that are made for the request at hand. It is Spanish unless a request asks for English; it follows the request and never the
/// machine, so it is no culture.
/// </summary>
public static class MessageLanguage
{
    private static readonly AsyncLocal<bool> English = new();

    /// <summary>Whether messages are made in English, in this call and whatever it calls.</summary>
    public static bool IsEnglish
    {
        get => English.Value;
        set => English.Value = value;
    }
}
