using Microsoft.Extensions.Logging;

namespace AzuSena.Plugins;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Plugin {Name} {Version} loaded, with {Functions} functions")]
    public static partial void PluginLoaded(ILogger log, string name, string version, int functions);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The plugin in {Folder} was not loaded ({Reason}): {Detail}")]
    public static partial void PluginRefused(ILogger log, Exception exception, string folder, RefusalReason reason, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The configuration has a section for the plugin {Name}, which does not exist")]
    public static partial void UnknownPlugin(ILogger log, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder of plugins {Folder} cannot be read; no external plugin is loaded")]
    public static partial void FolderUnreadable(ILogger log, Exception exception, string folder);
}
