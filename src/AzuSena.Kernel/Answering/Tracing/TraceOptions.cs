using System.ComponentModel.DataAnnotations;

namespace AzuSena.Answering.Tracing;

/// <summary>Whether it is kept how answers came about, how much of it and for how long.</summary>
public sealed class TraceOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Trace";

    /// <summary>Whether answers are traced.</summary>
    /// <value>The default is true.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>Whether a trace holds the texts of the question, the answer and the passages, or only ids and hashes.</summary>
    /// <value>The default is true: without the question nothing can be replayed unless it is given again.</value>
    public bool Text { get; set; } = true;

    /// <summary>How many traces are kept; the oldest go first.</summary>
    /// <value>The default is 2000.</value>
    [Range(1, 1_000_000, ErrorMessage = "Trace__MaxCount debe ser un número entero de 1 a 1000000.")]
    public int MaxCount { get; set; } = 2000;

    /// <summary>The largest trace, in bytes of JSON; one that is larger is shortened and says so.</summary>
    /// <value>The default is 65536.</value>
    [Range(8192, 16_777_216, ErrorMessage = "Trace__MaxBytes debe ser un número entero de 8192 a 16777216.")]
    public int MaxBytes { get; set; } = 65_536;

    /// <summary>Days after the question that its trace is forgotten.</summary>
    /// <value>The default is 7: it holds what somebody asked.</value>
    [Range(1, 3650, ErrorMessage = "Trace__RetentionDays debe ser un número entero de 1 a 3650.")]
    public int RetentionDays { get; set; } = 7;

    /// <summary>How many traces may wait to be written; past that they are lost rather than hold up an answer.</summary>
    /// <value>The default is 2000, as many as are kept: only a database that cannot be written for a while lets so many wait.</value>
    [Range(1, 100_000, ErrorMessage = "Trace__MaxPending debe ser un número entero de 1 a 100000.")]
    public int MaxPending { get; set; } = 2000;
}
