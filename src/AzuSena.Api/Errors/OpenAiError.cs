using System.Text.Json.Serialization;
using AzuSena.Answers;
using AzuSena.Errors;

namespace AzuSena.Api.Errors;

/// <summary>The whole reply of a failed request below <c>/v1</c>.</summary>
/// <param name="Error">The error.</param>
internal sealed record OpenAiErrorBody(OpenAiError Error);

/// <summary>An error in the form of OpenAI's API, whose names are used for what that API knows; the rest has AzuSENA's code.</summary>
/// <param name="Message">For the user, in Spanish.</param>
/// <param name="Type">Whether client or server is at fault, as OpenAI's error type.</param>
/// <param name="Param">The request's field that is wrong; null if it is none in particular.</param>
/// <param name="Code">For programs.</param>
internal sealed record OpenAiError(
    string Message,
    string Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Param,
    string Code)
{
    private const string Root = "/v1";

    /// <summary>Whether the errors of a path have this form.</summary>
    public static bool Covers(PathString path) => path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    /// <summary>The error for a code, with the code's own message unless a more exact one is given.</summary>
    public static OpenAiError Of(ErrorCode code, string? message = null, string? field = null) =>
        new(message ?? code.Message(), TypeOf(code), field, CodeOf(code, field));

    /// <summary>The error for an answer that failed in the middle of a stream.</summary>
    public static OpenAiError Of(AnswerFailed failed) => Of(ErrorCodeNames.Parse(failed.Code), failed.Message);

    private static string TypeOf(ErrorCode code) => Problems.StatusOf(code) switch
    {
        StatusCodes.Status401Unauthorized => "authentication_error",
        StatusCodes.Status403Forbidden => "permission_error",
        StatusCodes.Status429TooManyRequests => "rate_limit_error",
        >= StatusCodes.Status500InternalServerError => "server_error",
        _ => "invalid_request_error",
    };

    private static string CodeOf(ErrorCode code, string? field) => code switch
    {
        ErrorCode.Unauthorized => "invalid_api_key",
        ErrorCode.RateLimited => "rate_limit_exceeded",
        ErrorCode.NotFound => "unknown_url",
        ErrorCode.MethodNotAllowed => "method_not_supported",
        ErrorCode.RequestInvalid or ErrorCode.QuestionInvalid when field is not null => "invalid_value",
        _ => code.WireName(),
    };
}
