namespace AzuSena.Plugins.External;

/// <summary>A plugin does not keep to the contract. The message tells its author what to do, in Spanish.</summary>
internal sealed class PluginRefusedException(RefusalReason reason, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What is wrong.</summary>
    public RefusalReason Reason { get; } = reason;

    /// <summary>Makes one with the text of its reason, which the values complete.</summary>
    public static PluginRefusedException For(RefusalReason reason, Exception? cause, params object?[] values) =>
        new(reason, PluginTexts.Format(reason.ToString(), values), cause);
}
