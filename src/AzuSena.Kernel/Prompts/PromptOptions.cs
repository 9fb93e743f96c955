using System.ComponentModel.DataAnnotations;
using AzuSena.Prompts.Variants;

namespace AzuSena.Prompts;

/// <summary>The prompts folder, the reload interval and the variants under trial.</summary>
public sealed class PromptOptions : IValidatableObject
{
    /// <summary>The configuration section; PROMPTS_DIR is mapped onto it.</summary>
    public const string SectionName = "Prompts";

    /// <summary>Folder of the prompts.</summary>
    /// <value>The default is <c>prompts</c>.</value>
    [Required(ErrorMessage = "PROMPTS_DIR debe nombrar la carpeta de los prompts.")]
    public string Directory { get; set; } = "prompts";

    /// <summary>How often the folder is polled, since network folders report no changes.</summary>
    /// <value>The default is 1 second.</value>
    [Range(0.1, 3600, ErrorMessage = "Prompts__PollSeconds debe estar entre 0.1 y 3600.")]
    public double PollSeconds { get; set; } = 1;

    /// <summary>How long the files must stay unchanged before an edit takes effect, so that files still being written are ignored.</summary>
    /// <value>The default is 200 milliseconds.</value>
    [Range(10, 10_000, ErrorMessage = "Prompts__SettleMilliseconds debe estar entre 10 y 10000.")]
    public int SettleMilliseconds { get; set; } = 200;

    /// <summary>Maximum tokens of a prompt's own text, to leave space for passages, history and question.</summary>
    /// <value>The default is 1500.</value>
    [Range(100, 100_000, ErrorMessage = "Prompts__MaxTokens debe estar entre 100 y 100000.")]
    public int MaxTokens { get; set; } = 1500;

    /// <summary>The percentage of answers for each variant: <c>Answering/AnswerQuestion.corto:20</c>, separated by commas.</summary>
    /// <value>The default is empty: none.</value>
    public string Variants { get; set; } = "";

    /// <summary>Whether an edit takes effect only after <c>azusena prompts try</c> has found that it lowers no measure.</summary>
    /// <value>The default is false.</value>
    public bool Gate { get; set; }

    /// <summary>Folder of the verdicts that <c>azusena prompts try</c> writes and the gate reads.</summary>
    /// <value>The default is <c>data/prompt-verdicts</c>.</value>
    [Required(ErrorMessage = "Prompts__VerdictsDirectory debe nombrar una carpeta en la que se pueda escribir.")]
    public string VerdictsDirectory { get; set; } = "data/prompt-verdicts";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!VariantShares.TryParse(Variants, out _))
        {
            yield return new ValidationResult(
                "Prompts__Variants debe ser una lista como Answering/AnswerQuestion.corto:20, separada por comas, "
                + "con porcentajes de 0 a 100 que no sumen más de 100 por prompt.");
        }
    }
}
