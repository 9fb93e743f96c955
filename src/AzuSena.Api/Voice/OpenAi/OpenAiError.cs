using System.Globalization;
using AzuSena.Api.Errors;
using AzuSena.Errors;

namespace AzuSena.Api.Voice.OpenAi;

/// <summary>An error as OpenAI's clients read it: <c>{"error": {message, type, param, code}}</c>, with our code and status.</summary>
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
    /// <param name="Error">What went wrong.</param>
    internal sealed record Envelope(Body Error);

    /// <summary>What went wrong.</summary>
    /// <param name="Message">For a person, in Spanish.</param>
    /// <param name="Type">Whose fault it is, in OpenAI's words.</param>
    /// <param name="Code">For a program.</param>
    internal sealed record Body(string Message, string Type, string Code);
}
