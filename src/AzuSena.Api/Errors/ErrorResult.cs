using System.Globalization;
using AzuSena.Errors;

namespace AzuSena.Api.Errors;

/// <summary>
/// An error as the caller's protocol has it: below <c>/v1</c> the envelope of OpenAI's API, everywhere else RFC 9457 problem details. It is decided by the path
/// and here alone, so that guards, limits and handlers need not know who asks.
/// </summary>
/// <param name="code">The code.</param>
/// <param name="message">The exact message; null for the code's own.</param>
internal sealed class ErrorResult(ErrorCode code, string? message = null) : IResult
{
    /// <summary>The HTTP status.</summary>
    public int StatusCode => Problems.StatusOf(code);

    /// <summary>The request's field that is wrong; null if it is none in particular.</summary>
    public string? Field { get; init; }

    /// <summary>The delay after which to retry, for <c>Retry-After</c>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (RetryAfter is { } wait)
        {
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        httpContext.Response.Headers.ContentLanguage = MessageLanguage.IsEnglish ? "en" : "es";
        httpContext.Response.Headers.Append("Vary", "Accept-Language");
        return OpenAiError.Covers(httpContext.Request.Path)
            ? TypedResults.Json(new OpenAiErrorBody(OpenAiError.Of(code, message, Field)), statusCode: StatusCode).ExecuteAsync(httpContext)
            : TypedResults.Problem(
                detail: message ?? code.Message(),
                statusCode: StatusCode,
                title: code.Message(),
                extensions: Extensions()).ExecuteAsync(httpContext);
    }

    private Dictionary<string, object?> Extensions()
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code.WireName() };
        if (Field is not null)
        {
            extensions["field"] = Field;
        }

        return extensions;
    }
}
