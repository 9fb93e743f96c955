using Microsoft.Extensions.Options;

namespace AzuSena.Prompts.Texts;

/// <summary>
/// Fixed texts that the institution edits, in <c>Textos</c> in the prompts folder; an edit takes effect at the next answer. Lines that begin with <c>#</c> are
/// for whoever edits. A file that is missing, or not readable as text of a reasonable size, is replaced by the text that the product ships with. Safe for
/// concurrent use.
/// </summary>
public sealed class InstitutionTexts(IOptions<PromptOptions> options)
{
    private readonly InstitutionText _danger = new("peligro.txt");
    private readonly InstitutionText _nextStep = new("siguiente-paso.txt");

    /// <summary>The answer to somebody in danger, with help lines; never empty.</summary>
    public string Danger => _danger.Read(options.Value.Directory) is { Length: > 0 } text ? text : _danger.Shipped;

    /// <summary>Where to ask what the documents do not answer; empty if the institution wants none.</summary>
    public string NextStep => _nextStep.Read(options.Value.Directory);
}
