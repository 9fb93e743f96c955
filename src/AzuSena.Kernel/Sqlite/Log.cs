using Microsoft.Extensions.Logging;

namespace AzuSena.Sqlite;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The database was damaged. It was moved to {Path}, and an empty one takes its place")]
    public static partial void DatabasePutAside(ILogger log, Exception exception, string path);
}
