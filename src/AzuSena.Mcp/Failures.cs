using System.Text.Json.Nodes;
using AzuSena.Errors;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AzuSena.Mcp;

/// <summary>
/// Gives failures to clients: the stable code and the Spanish message of an <see cref="AzuSenaException"/>, and nothing of any other exception.
/// </summary>
internal static class Failures
{
    /// <summary>The name of the code in a result's <c>_meta</c>, and in the data of a protocol error.</summary>
    public const string CodeKey = "code";

    /// <summary>The handler with its failures as protocol errors, whose data holds the code.</summary>
    public static McpRequestHandler<TParams, TResult> Guarded<TParams, TResult>(McpRequestHandler<TParams, TResult> handler, ILogger log) =>
        async (request, cancellationToken) =>
        {
            try
            {
                return await handler(request, cancellationToken);
            }
            catch (Exception exception) when (exception is not McpException && !cancellationToken.IsCancellationRequested)
            {
                throw ToProtocolError(Known(exception, log));
            }
        };

    /// <summary>The failure of a tool, as a result that a model can read.</summary>
    public static CallToolResult ToToolResult(Exception exception, ILogger log)
    {
        var known = Known(exception, log);
        var meta = new JsonObject { [CodeKey] = known.Code.WireName() };
        if (known.RetryAfter is { } wait)
        {
            meta["retry_after_seconds"] = Math.Ceiling(wait.TotalSeconds);
        }

        return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = $"{known.Message} ({known.Code.WireName()})" }], Meta = meta };
    }

    private static AzuSenaException Known(Exception exception, ILogger log)
    {
        if (exception is AzuSenaException known)
        {
            return known;
        }

        Log.RequestFailed(log, exception);
        return new AzuSenaException(ErrorCode.Internal, exception);
    }

    private static McpProtocolException ToProtocolError(AzuSenaException exception)
    {
        var code = exception.Code switch
        {
            ErrorCode.RequestInvalid or ErrorCode.QuestionInvalid or ErrorCode.NotFound or ErrorCode.PassageNotFound => McpErrorCode.InvalidParams,
            _ => McpErrorCode.InternalError,
        };
        var error = new McpProtocolException(exception.Message, code);
        error.Data[CodeKey] = exception.Code.WireName();
        return error;
    }
}
