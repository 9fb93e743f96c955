using Microsoft.Extensions.Logging;

namespace AzuSena.Models;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Provider} serves {Model}")]
    public static partial void Serving(ILogger log, string provider, string model);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Provider} does not serve {Model}: {Problem}")]
    public static partial void NotServing(ILogger log, Exception? failure, string provider, string model, string? problem);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Provider} does not answer the probe")]
    public static partial void ProbeFailed(ILogger log, Exception exception, string provider);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A reply of {Provider} ({Model}) failed")]
    public static partial void ReplyFailed(ILogger log, Exception exception, string provider, string model);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Provider} ({Model}) refused a request")]
    public static partial void ReplyRefused(ILogger log, Exception exception, string provider, string model);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Provider} ({Model}) did not stop after {Tokens} tokens and was cut off")]
    public static partial void CutOff(ILogger log, string provider, string model, int tokens);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The tool {Tool} failed")]
    public static partial void ToolFailed(ILogger log, Exception exception, string tool);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Could not tell whether {Model} is loaded")]
    public static partial void LoadedUnknown(ILogger log, Exception exception, string model);
}
