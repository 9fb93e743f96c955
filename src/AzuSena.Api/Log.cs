namespace AzuSena.Api;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Listening on {Host}, which other machines can reach, and API_KEYS is empty: anybody there can ask")]
    public static partial void OpenToAll(ILogger log, string host);

    [LoggerMessage(Level = LogLevel.Information, Message = "Corpus indexed: {Indexed} documents read, {Unchanged} unchanged, {Removed} removed, {Skipped} skipped")]
    public static partial void Indexed(ILogger log, int indexed, int unchanged, int removed, int skipped);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The corpus could not be indexed; answering from the index as it was. {Reason}")]
    public static partial void IndexingFailedButServing(ILogger log, Exception exception, string reason);

    [LoggerMessage(Level = LogLevel.Critical, Message = "There is nothing to answer from, so the service stops. {Reason}")]
    public static partial void NothingToServe(ILogger log, Exception exception, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed")]
    public static partial void RequestFailed(ILogger log, Exception exception, string method, string route);

    [LoggerMessage(Level = LogLevel.Error, Message = "A hub call failed")]
    public static partial void HubCallFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A Socket.IO event failed")]
    public static partial void LegacyEventFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The vectors could not be brought up to date; it is tried again")]
    public static partial void UpkeepFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A resumable answer broke off")]
    public static partial void AnswerBroke(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "A text that was read aloud broke off: its reader was too slow, or eSpeak NG failed")]
    public static partial void SpeechBroke(ILogger log, Exception exception);
}
