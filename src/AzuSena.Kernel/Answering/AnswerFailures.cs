using AzuSena.Answers;
using AzuSena.Errors;
using Microsoft.Extensions.Logging;

namespace AzuSena.Answering;

/// <summary>Converts exceptions into failures for the client: the code and, for the product's own exceptions only, the message.</summary>
internal static class AnswerFailures
{
    public static AnswerFailed Of(Exception exception, string questionId, ILogger log)
    {
        var error = exception switch
        {
            AzuSenaException known => known,
            OperationCanceledException => new AzuSenaException(ErrorCode.AnswerTimeout, exception),
            _ => new AzuSenaException(ErrorCode.Internal, exception),
        };
        var code = error.Code.WireName();
        if (error.Code is ErrorCode.Internal)
        {
            Log.Failed(log, exception, questionId);
        }
        else
        {
            Log.Refused(log, exception, questionId, code);
        }

        return new AnswerFailed(code, error.Message, error.RetryAfter is { } wait ? (int)Math.Ceiling(wait.TotalSeconds) : null);
    }
}
