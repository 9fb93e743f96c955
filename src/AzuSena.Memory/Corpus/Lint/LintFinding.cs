namespace AzuSena.Memory.Corpus.Lint;

/// <summary>How much a finding matters.</summary>
public enum LintSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Answers may be worse for it.</summary>
    Warning,

    /// <summary>Something is not answered from, or is answered wrongly.</summary>
    Error,
}

/// <summary>Something about a document that its keeper may want to mend.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Rule">Stable name of what was looked for, for example <c>near_duplicate</c>.</param>
/// <param name="Path">The document, below the corpus folder.</param>
/// <param name="Place">Where in it: row, page or article, where it has one.</param>
/// <param name="Message">What is wrong, in Spanish.</param>
public sealed record LintFinding(LintSeverity Severity, string Rule, string Path, string? Place, string Message);
