using Microsoft.Extensions.Logging;

namespace AzuSena.Mcp;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "An MCP request failed")]
    public static partial void RequestFailed(ILogger log, Exception exception);
}
