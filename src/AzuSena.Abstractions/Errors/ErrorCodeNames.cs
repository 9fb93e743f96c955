using System.Globalization;
using System.Resources;
using System.Text.Json;

namespace AzuSena.Errors;

/// <summary>The two faces of an <see cref="ErrorCode"/>: its stable wire name and its Spanish message.</summary>
public static class ErrorCodeNames
{
    private static readonly ResourceManager Messages = new("AzuSena.Errors.ErrorMessages", typeof(ErrorCodeNames).Assembly);

    /// <summary>The stable name that clients see, for example <c>question_invalid</c>.</summary>
    public static string WireName(this ErrorCode code) => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());

    /// <summary>The code behind a wire name; <see cref="ErrorCode.Internal"/> for a name that is not one.</summary>
    public static ErrorCode Parse(string wireName) =>
        Enum.GetValues<ErrorCode>().FirstOrDefault(code => code.WireName() == wireName, ErrorCode.Internal);

    /// <summary>The Spanish message for a person, with <paramref name="arguments"/> in its places.</summary>
    public static string Message(this ErrorCode code, params object[] arguments) => Text(code.ToString(), arguments);

    /// <summary>A more exact Spanish message of the same code, by its resource name.</summary>
    public static string Text(string name, params object[] arguments) =>
        string.Format(CultureInfo.GetCultureInfo("es-CO"), Messages.GetString(name, CultureInfo.InvariantCulture) ?? name, arguments);
}
