using AzuSena.Languages;
using Microsoft.Extensions.Options;

namespace AzuSena.Prompts.Texts;

/// <summary>
/// Fixed texts that the institution edits, in <c>Textos</c> in the prompts folder; an edit takes effect at the next answer. Lines that begin with <c>#</c> are
/// for whoever edits. A file that is missing, or not readable as text of a reasonable size, is replaced by the text that the product ships with; without an
/// English file, an edited Spanish one goes before the product's English. Safe for concurrent use.
/// </summary>
public sealed class InstitutionTexts(IOptions<PromptOptions> options)
{
    private readonly InstitutionText _danger = new("peligro.txt");
    private readonly InstitutionText _dangerInEnglish = new("peligro.en.txt");
    private readonly InstitutionText _nextStep = new("siguiente-paso.txt");
    private readonly InstitutionText _nextStepInEnglish = new("siguiente-paso.en.txt");

    /// <summary>The answer to somebody in danger, with help lines; never empty.</summary>
    public string Danger => NotEmpty(_danger.ReadOwn(Folder), _danger);

    /// <summary>Where to ask what the documents do not answer; empty if the institution wants none.</summary>
    public string NextStep => _nextStep.ReadOwn(Folder) ?? _nextStep.Shipped;

    private string Folder => options.Value.Directory;

    /// <summary><see cref="Danger"/> in a language.</summary>
    public string DangerIn(AskedLanguage language) =>
        language is AskedLanguage.Spanish ? Danger : NotEmpty(_dangerInEnglish.ReadOwn(Folder) ?? Edited(Danger, _danger), _dangerInEnglish);

    /// <summary><see cref="NextStep"/> in a language.</summary>
    public string NextStepIn(AskedLanguage language) =>
        language is AskedLanguage.Spanish ? NextStep : _nextStepInEnglish.ReadOwn(Folder) ?? Edited(NextStep, _nextStep) ?? _nextStepInEnglish.Shipped;

    // What the institution changed (another telephone, or no next step) is truer than our English.
    private static string? Edited(string text, InstitutionText spanish) => text == spanish.Shipped ? null : text;

    private static string NotEmpty(string? text, InstitutionText or) => text is { Length: > 0 } ? text : or.Shipped;
}
