namespace AzuSena.Memory.Corpus.Lint;

/// <summary>The severity of a finding.</summary>
public enum LintSeverity
{
    /// <summary>For information.</summary>
    Info,

    /// <summary>May make answers worse.</summary>
    Warning,

    /// <summary>Some content is not used in answers, or leads to wrong ones.</summary>
    Error,
}

/// <summary>A problem of a document that its maintainer may want to fix.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Rule">Stable name of the check, for example <c>near_duplicate</c>.</param>
/// <param name="Path">The document, below the corpus folder.</param>
/// <param name="Place">The place in it: row, page or article, if it has one.</param>
/// <param name="Message">The problem, in Spanish.</param>
public sealed record LintFinding(LintSeverity Severity, string Rule, string Path, string? Place, string Message);
