using Microsoft.Extensions.Logging;

namespace AzuSena.Answering;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Question {QuestionId}: {Text}")]
    public static partial void Asked(ILogger log, string questionId, string text);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Question {QuestionId} answered by {Mode}: abstained {Abstained}, confidence {Confidence:F2}, {Milliseconds:F0} ms")]
    public static partial void Answered(ILogger log, string questionId, string mode, bool abstained, double confidence, double milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Question {QuestionId} cancelled by the one who asked")]
    public static partial void Cancelled(ILogger log, string questionId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Question {QuestionId} failed: {Code}")]
    public static partial void Refused(ILogger log, Exception exception, string questionId, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Question {QuestionId} failed")]
    public static partial void Failed(ILogger log, Exception exception, string questionId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A question in English was searched as it is")]
    public static partial void NotTranslated(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "An answer in English goes without the translation of its lead")]
    public static partial void LeadNotTranslated(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The tool {Name} failed; the answer is made without it")]
    public static partial void ToolFailed(ILogger log, Exception exception, string name);
}
