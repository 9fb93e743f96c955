using System.ComponentModel.DataAnnotations;

namespace AzuSena.Memory.Reading;

/// <summary>The settings of the reader.</summary>
public sealed class ReaderOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Reader";

    /// <summary>Whether the reader takes part in choosing what is quoted, once its model is installed.</summary>
    /// <value>The default is false: on the questions of tests/AzuSena.Evaluation it gains nothing (docs/decisions/0030-reader.md).</value>
    public bool Enabled { get; set; }

    /// <summary>Threads of one reading.</summary>
    /// <value>The default is 1: several questions share the processors.</value>
    [Range(1, 64, ErrorMessage = "Reader__Threads debe ser un número entero de 1 a 64.")]
    public int Threads { get; set; } = 1;

    /// <summary>How long a question waits for others that are being read, and then for its own reading, each at most.</summary>
    /// <value>The default is 1,000 milliseconds.</value>
    [Range(1, 60_000, ErrorMessage = "Reader__TimeoutMilliseconds debe ser un número entero de 1 a 60000.")]
    public int TimeoutMilliseconds { get; set; } = 1000;
}
