namespace AzuSena.Memory.Reading;

/// <summary>The state of the reader.</summary>
/// <param name="State"><c>none</c>, <c>building</c> (passages are being translated for it) or <c>ready</c>.</param>
/// <param name="Reason">Why there is none, one of <see cref="ReaderReason"/>; the log has the details.</param>
/// <param name="Done">The number of passages that can be read.</param>
/// <param name="Total">The total number of passages.</param>
public sealed record ReaderStatus(string State, string? Reason = null, int Done = 0, int Total = 0)
{
    /// <summary>No reader, and the reason.</summary>
    public static ReaderStatus None(string reason) => new("none", reason);
}

/// <summary>The names of the reasons, as clients see them.</summary>
public static class ReaderReason
{
    /// <summary>The first check has not run yet.</summary>
    public const string Starting = "starting";

    /// <summary><c>Reader__Enabled</c> is off.</summary>
    public const string Configured = "configured";

    /// <summary>The model is not installed: <c>azusena models pull reader</c>.</summary>
    public const string NoModel = "no_model";

    /// <summary>Apertium, which translates for it, is not installed.</summary>
    public const string NoTranslator = "no_translator";

    /// <summary>The model or the translator does not work; the log has the details.</summary>
    public const string Failed = "failed";
}
