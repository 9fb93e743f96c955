using System.Globalization;
using System.Resources;
using System.Text.Json;

namespace AzuSena.Errors;

/// <summary>The stable wire name and the Spanish message of an <see cref="ErrorCode"/>.</summary>
public static class ErrorCodeNames
{
    private static readonly ResourceManager Messages = new("AzuSena.Errors.ErrorMessages", typeof(ErrorCodeNames).Assembly);
    private static readonly ResourceManager EnglishMessages = new("AzuSena.Errors.ErrorMessages.English", typeof(ErrorCodeNames).Assembly);

    /// <summary>The stable name for clients, for example <c>question_invalid</c>.</summary>
    public static string WireName(this ErrorCode code) => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());

    /// <summary>The code of a wire name; <see cref="ErrorCode.Internal"/> if the name is unknown.</summary>
    public static ErrorCode Parse(string wireName) =>
        Enum.GetValues<ErrorCode>().FirstOrDefault(code => code.WireName() == wireName, ErrorCode.Internal);

    /// <summary>The message for the user, formatted with <paramref name="arguments"/>; Spanish unless <see cref="MessageLanguage"/> says otherwise.</summary>
    public static string Message(this ErrorCode code, params object[] arguments) => Text(code.ToString(), arguments);

    /// <summary>A more specific message, by its resource name.</summary>
    public static string Text(string name, params object[] arguments)
    {
        // What only the command line and the log say is not translated.
        var english = MessageLanguage.IsEnglish ? EnglishMessages.GetString(name, CultureInfo.InvariantCulture) : null;
        return english is null
            ? string.Format(CultureInfo.GetCultureInfo("es-CO"), Messages.GetString(name, CultureInfo.InvariantCulture) ?? name, arguments)
            : string.Format(CultureInfo.InvariantCulture, english, arguments);
    }
}
