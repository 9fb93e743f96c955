using System.Globalization;
using AzuSena.Api.Errors;
using AzuSena.Errors;

namespace AzuSena.Api.Voice.OpenAi;

/// <summary>An error in the form of OpenAI's API: <c>{"error": {message, type, param, code}}</c>, with AzuSENA's code and status.</summary>
internal sealed class OpenAiError(AzuSenaException exception) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var status = Problems.StatusOf(exception.Code);
        if (exception.RetryAfter is { } wait)
        {
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        var type = status >= StatusCodes.Status500InternalServerError ? "server_error" : "invalid_request_error";
        return TypedResults.Json(new Envelope(new Body(exception.Message, type, exception.Code.WireName())), statusCode: status).ExecuteAsync(httpContext);
    }

    /// <summary>The whole reply.</summary>
    /// <param name="Error">The error.</param>
    internal sealed record Envelope(Body Error);

    /// <summary>The error.</summary>
    /// <param name="Message">For the user, in Spanish.</param>
    /// <param name="Type">Whether client or server is at fault, as OpenAI's error type.</param>
    /// <param name="Code">For programs.</param>
    internal sealed record Body(string Message, string Type, string Code);
}
