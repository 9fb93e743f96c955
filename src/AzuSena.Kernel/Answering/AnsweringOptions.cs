using System.ComponentModel.DataAnnotations;
using AzuSena.Answering.Grounding;

namespace AzuSena.Answering;

/// <summary>When to answer, to warn and to abstain, and further settings of answers.</summary>
public sealed class AnsweringOptions : IValidatableObject
{
    /// <summary>The configuration section; the original service's TIMEOUT_SECONDS is mapped onto it.</summary>
    public const string SectionName = "Answering";

    /// <summary>Below this confidence the answer is an abstention.</summary>
    /// <value>The default is 0.42: see docs/decisions/0005-abstention.md.</value>
    [Range(0, 1, ErrorMessage = "Answering__AbstainBelow debe estar entre 0 y 1.")]
    public double AbstainBelow { get; set; } = 0.42;

    /// <summary>Below this confidence the answer is marked as uncertain.</summary>
    /// <value>The default is 0.65.</value>
    [Range(0, 1, ErrorMessage = "Answering__UncertainBelow debe estar entre 0 y 1.")]
    public double UncertainBelow { get; set; } = 0.65;

    /// <summary>
    /// The words after which a model's answer begins nothing more; what answers is never cut, nor a list, and exceptions of the cited passage are added.
    /// </summary>
    /// <value>The default is 150.</value>
    [Range(40, 100_000, ErrorMessage = "Answering__MaxWords debe ser un número entero de 40 a 100000.")]
    public int MaxWords { get; set; } = 150;

    /// <summary>How unsupported sentences are handled.</summary>
    /// <value>The default is <see cref="UnsupportedPolicy.Mark"/>.</value>
    [EnumDataType(typeof(UnsupportedPolicy), ErrorMessage = "Answering__Unsupported debe ser mark, drop o retract.")]
    public UnsupportedPolicy Unsupported { get; set; } = UnsupportedPolicy.Mark;

    /// <summary>
    /// Whether a question in English is searched in Spanish and its answer preceded by a translation, if Apertium can translate on this machine, and whether
    /// the fixed sentences of its answer are English.
    /// </summary>
    /// <value>The default is true.</value>
    public bool ReadsEnglish { get; set; } = true;

    /// <summary>Whether the model that wrote an answer is asked about sentences with too little word overlap with the passages.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool Judge { get; set; }

    /// <summary>The approximate maximum number of sentences per answer that the model is asked about.</summary>
    /// <value>The default is 5.</value>
    [Range(1, 50, ErrorMessage = "Answering__JudgeSentences debe ser un número entero de 1 a 50.")]
    public int JudgeSentences { get; set; } = 5;

    /// <summary>The maximum time for that per answer, in seconds.</summary>
    /// <value>The default is 20.</value>
    [Range(1, 300, ErrorMessage = "Answering__JudgeSeconds debe ser un número entero de 1 a 300.")]
    public int JudgeSeconds { get; set; } = 20;

    /// <summary>The maximum duration of an answer.</summary>
    /// <value>The default is 300 seconds.</value>
    [Range(1, 3600, ErrorMessage = "TIMEOUT_SECONDS debe ser un número entero de 1 a 3600.")]
    public int TimeoutSeconds { get; set; } = 300;

    /// <summary>The fit of a question to a tool's patterns from which the tool is called.</summary>
    /// <value>The default is 0.75: see docs/measurements/tools.md.</value>
    [Range(0.5, 1, ErrorMessage = "Answering__ToolsFrom debe estar entre 0.5 y 1.")]
    public double ToolsFrom { get; set; } = 0.75;

    /// <summary>The maximum duration of a tool's call, in seconds.</summary>
    /// <value>The default is 10.</value>
    [Range(1, 120, ErrorMessage = "Answering__ToolSeconds debe ser un número entero de 1 a 120.")]
    public int ToolSeconds { get; set; } = 10;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (UncertainBelow < AbstainBelow)
        {
            yield return new ValidationResult("Answering__UncertainBelow no puede ser menor que Answering__AbstainBelow.");
        }
    }
}
