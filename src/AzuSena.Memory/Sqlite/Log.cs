using Microsoft.Extensions.Logging;

namespace AzuSena.Memory.Sqlite;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The database was damaged. It was quarantined as {Path}, and an empty one takes its place")]
    public static partial void DatabaseQuarantined(ILogger log, Exception exception, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database {Path} was deleted or replaced while it was in use; what is there now is taken up")]
    public static partial void DatabaseMoved(ILogger log, string path);

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} entries that had expired")]
    public static partial void Swept(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What has expired could not be removed; it is tried again in an hour")]
    public static partial void SweepFailed(ILogger log, Exception exception);
}
