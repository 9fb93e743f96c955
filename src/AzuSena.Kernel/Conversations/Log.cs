using Microsoft.Extensions.Logging;

namespace AzuSena.Conversations;

// A conversation id gives read access, so none is ever logged.
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Question {QuestionId} was answered, but could not be kept in its conversation")]
    public static partial void TurnNotKept(ILogger log, Exception exception, string questionId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Question {QuestionId} gave its conversation no title by a model")]
    public static partial void NotTitled(ILogger log, Exception exception, string questionId);
}
