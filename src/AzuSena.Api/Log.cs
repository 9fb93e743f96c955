namespace AzuSena.Api;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Listening on {Host}, which other machines can reach, and API_KEYS is empty: anybody there can ask")]
    public static partial void OpenToAll(ILogger log, string host);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message =
            "Listening on {Host}, which other machines can reach, and AllowedHosts is not set: requests for any host name are answered, so that a web page "
            + "elsewhere could pass for the service's own by DNS rebinding. Set AllowedHosts to the names that the service has")]
    public static partial void AnyHostName(ILogger log, string host);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A request says that a proxy has handed it on, but TRUSTED_PROXIES is 0, so that is not believed. If a proxy stands before the service, all "
            + "callers behind it count as one for the limits: set TRUSTED_PROXIES to the number of proxies (docs/operations.md)")]
    public static partial void ProxyNotTrusted(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "LOG_DIR {Folder} cannot be written, so the log goes to the console alone: {Reason}")]
    public static partial void NoLogFile(ILogger log, string folder, string reason);

    [LoggerMessage(
        Level = LogLevel.Information, Message = "Corpus indexed: {Indexed} documents read, {Unchanged} unchanged, {Removed} removed, {Skipped} skipped")]
    public static partial void Indexed(ILogger log, int indexed, int unchanged, int removed, int skipped);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The corpus could not be indexed; answering from the index as it was. {Reason}")]
    public static partial void IndexingFailedButServing(ILogger log, Exception exception, string reason);

    [LoggerMessage(Level = LogLevel.Critical, Message = "There is nothing to answer from, so the service stops. {Reason}")]
    public static partial void NothingToServe(ILogger log, Exception exception, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database is to be indexed again, which could not be done; it is tried again")]
    public static partial void RecoveryFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed")]
    public static partial void RequestFailed(ILogger log, Exception exception, string method, string route);

    [LoggerMessage(Level = LogLevel.Error, Message = "A hub call failed")]
    public static partial void HubCallFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A Socket.IO event failed")]
    public static partial void LegacyEventFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The vectors could not be brought up to date; it is tried again")]
    public static partial void UpkeepFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopping: {Count} pieces of work are under way and have {Seconds} s to finish")]
    public static partial void Stopping(ILogger log, int count, int seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Ending {Count} pieces of work that did not finish in time")]
    public static partial void EndingAnswers(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A step of the stop failed; the others go on")]
    public static partial void StopStepFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The background service {Service} failed; it begins anew in {Pause}")]
    public static partial void BackgroundServiceFailed(ILogger log, Exception exception, string service, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A stopped answer went on by itself and failed")]
    public static partial void LeftWalkFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A resumable answer broke off")]
    public static partial void AnswerBroke(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "A text that was read aloud broke off: its reader was too slow, or eSpeak NG failed")]
    public static partial void SpeechBroke(ILogger log, Exception exception);
}
