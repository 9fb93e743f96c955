namespace AzuSena.Plugins.External;

/// <summary>A plugin does not meet the contract. The message tells its author what to do, in Spanish.</summary>
internal sealed class PluginRefusedException(RefusalReason reason, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Why the plugin was refused.</summary>
    public RefusalReason Reason { get; } = reason;

    /// <summary>Creates an exception with the text of its reason, formatted with the values.</summary>
    public static PluginRefusedException For(RefusalReason reason, Exception? cause, params object?[] values) =>
        new(reason, PluginTexts.Format(reason.ToString(), values), cause);
}
