using Microsoft.Extensions.Logging;

namespace AzuSena.Plugins;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Plugin {Name} {Version} loaded, with {Functions} functions")]
    public static partial void PluginLoaded(ILogger log, string name, string version, int functions);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The plugin in {Folder} was not loaded ({Reason}): {Detail}")]
    public static partial void PluginRefused(ILogger log, Exception exception, string folder, RefusalReason reason, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The MCP server {Name} was not loaded ({Reason}): {Detail}")]
    public static partial void ServerRefused(ILogger log, Exception? exception, string name, RefusalReason reason, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The MCP tool {Tool} describes itself in a way that cannot be read, and is left out")]
    public static partial void ToolRefused(ILogger log, Exception exception, string tool);

    [LoggerMessage(Level = LogLevel.Error, Message = "The built-in plugin {Name} does not pass its own examples: {Detail}")]
    public static partial void BuiltInRefused(ILogger log, Exception exception, string name, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The configuration has a section for the plugin {Name}, which does not exist")]
    public static partial void UnknownPlugin(ILogger log, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The folder of plugins {Folder} cannot be read; no external plugin is loaded")]
    public static partial void FolderUnreadable(ILogger log, Exception exception, string folder);
}
