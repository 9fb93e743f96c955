using Microsoft.Extensions.Logging;

namespace AzuSena.Prompts;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Prompt {Version} serves")]
    public static partial void Serves(ILogger log, PromptVersion version);

    [LoggerMessage(Level = LogLevel.Information, Message = "Prompt {Folder} was removed and serves no more")]
    public static partial void Removed(ILogger log, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Prompt problem at {Place}: {Problem}")]
    public static partial void Problem(ILogger log, string place, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Prompt {Version} goes on serving in place of the edit with the problems above")]
    public static partial void Kept(ILogger log, PromptVersion version);

    [LoggerMessage(Level = LogLevel.Information, Message = "Changes of {Folder} are not announced here; it is read every {Seconds} seconds")]
    public static partial void NotWatched(ILogger log, Exception exception, string folder, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading the prompts failed; the ones that serve go on")]
    public static partial void RefreshFailed(ILogger log, Exception exception);
}
