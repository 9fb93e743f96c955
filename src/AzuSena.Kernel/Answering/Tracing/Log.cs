using Microsoft.Extensions.Logging;

namespace AzuSena.Answering.Tracing;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The trace of question {QuestionId} was lost: too many wait to be written (Trace__MaxPending)")]
    public static partial void TraceLost(ILogger log, string questionId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The trace of question {QuestionId} could not be built and is lost")]
    public static partial void BuildFailed(ILogger log, Exception exception, string questionId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} traces could not be written and are lost")]
    public static partial void WriteFailed(ILogger log, Exception exception, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Traces cannot be written for now; they wait, up to Trace__MaxPending, and are tried again")]
    public static partial void Refused(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Traces are written again")]
    public static partial void WrittenAgain(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The service stopped before {Count} traces were written")]
    public static partial void LostAtStop(ILogger log, int count);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The trace of question {QuestionId} is larger than Trace__MaxBytes however it is shortened, and was not kept")]
    public static partial void TraceTooLarge(ILogger log, string questionId);
}
