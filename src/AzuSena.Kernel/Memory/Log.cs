using Microsoft.Extensions.Logging;

namespace AzuSena.Memory;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The database was damaged. It was moved to {Path}; the store is rebuilt from the corpus")]
    public static partial void StorePutAside(ILogger log, Exception exception, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Skipped {Path}, line {Line}: {Reason}")]
    public static partial void FileSkipped(ILogger log, Exception exception, string path, int? line, string reason);
}
