using System.ComponentModel.DataAnnotations;

namespace AzuSena.Api.Answers.Live;

/// <summary>How long an answer waits for a reader whose connection was cut, and how much of it is kept meanwhile.</summary>
public sealed class LiveAnswerOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Answers";

    /// <summary>Seconds that a resumable answer continues without a reader, and is kept after its end.</summary>
    /// <value>The default is 30.</value>
    [Range(1, 3600, ErrorMessage = "Answers__ResumeSeconds debe ser un número entero de 1 a 3600.")]
    public int ResumeSeconds { get; set; } = 30;

    /// <summary>Events of a resumable answer that are kept; past that the oldest are dropped, once a reader has them.</summary>
    /// <value>The default is 20000: many times the longest answer of a model.</value>
    [Range(16, 1_000_000, ErrorMessage = "Answers__MaxEvents debe ser un número entero de 16 a 1000000.")]
    public int MaxEvents { get; set; } = 20_000;

    /// <summary>Resumable answers that are kept at once; past that the ones that ended first are removed.</summary>
    /// <value>The default is 2000.</value>
    [Range(1, 1_000_000, ErrorMessage = "Answers__MaxResumable debe ser un número entero de 1 a 1000000.")]
    public int MaxResumable { get; set; } = 2000;
}
