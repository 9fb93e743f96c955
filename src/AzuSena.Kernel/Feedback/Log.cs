using Microsoft.Extensions.Logging;

namespace AzuSena.Feedback;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired ratings could not be removed; it is tried again in a day")]
    public static partial void SweepFailed(ILogger log, Exception exception);
}
