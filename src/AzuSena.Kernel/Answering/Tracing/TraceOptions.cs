using System.ComponentModel.DataAnnotations;

namespace AzuSena.Answering.Tracing;

/// <summary>Whether answers are traced, in which detail and for how long.</summary>
public sealed class TraceOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Trace";

    /// <summary>Whether answers are traced.</summary>
    /// <value>The default is true.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>Whether a trace contains the texts of the question, the answer and the passages, or only ids and hashes.</summary>
    /// <value>The default is true: without the question an answer cannot be replayed unless it is given again.</value>
    public bool Text { get; set; } = true;

    /// <summary>Maximum number of stored traces; the oldest are removed beyond that.</summary>
    /// <value>The default is 2000.</value>
    [Range(1, 1_000_000, ErrorMessage = "Trace__MaxCount debe ser un número entero de 1 a 1000000.")]
    public int MaxCount { get; set; } = 2000;

    /// <summary>Maximum size of a trace, in bytes of JSON; a larger one is shortened and marked as such.</summary>
    /// <value>The default is 65536.</value>
    [Range(8192, 16_777_216, ErrorMessage = "Trace__MaxBytes debe ser un número entero de 8192 a 16777216.")]
    public int MaxBytes { get; set; } = 65_536;

    /// <summary>Days after the question until its trace expires.</summary>
    /// <value>The default is 7: a trace contains a user's question.</value>
    [Range(1, 3650, ErrorMessage = "Trace__RetentionDays debe ser un número entero de 1 a 3650.")]
    public int RetentionDays { get; set; } = 7;

    /// <summary>Maximum number of pending traces; beyond that they are lost rather than delaying an answer.</summary>
    /// <value>The default is 2000, the same as the number stored: so many are only pending if the database cannot be written for a while.</value>
    [Range(1, 100_000, ErrorMessage = "Trace__MaxPending debe ser un número entero de 1 a 100000.")]
    public int MaxPending { get; set; } = 2000;
}
