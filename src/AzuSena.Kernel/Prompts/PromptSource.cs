
namespace AzuSena.Prompts;

/// <summary>The two files of a prompt as they lay in its folder at one moment.</summary>
/// <param name="Folder">The folder below the prompts folder, such as <c>Answering/AnswerQuestion.corto</c>.</param>
/// <param name="Template"><c>skprompt.txt</c>; null where there is none.</param>
/// <param name="Config"><c>config.json</c>; null where there is none.</param>
/// <param name="Unreadable">Which of the two could not be read or is far too large, and why, by the name of its text.</param>
internal sealed record PromptSource(string Folder, byte[]? Template, byte[]? Config, (string File, string Reason)? Unreadable = null)
{
    /// <summary>The name of the template's file.</summary>
    public const string TemplateFile = "skprompt.txt";

    /// <summary>The name of the configuration's file.</summary>
    public const string ConfigFile = "config.json";

    /// <summary>Two sources of equal fingerprints hold the same.</summary>
    public string Fingerprint { get; } =
        $"{Length(Template)}:{Length(Config)}:{Unreadable?.File}:{Unreadable?.Reason}:{PromptVersion.HashOf(Template, Config)}";

    /// <summary>The template's file, below the prompts folder.</summary>
    public string TemplatePath => $"{Folder}/{TemplateFile}";

    /// <summary>The configuration's file, below the prompts folder.</summary>
    public string ConfigPath => $"{Folder}/{ConfigFile}";

    /// <summary>The version, where both files are there.</summary>
    public PromptVersion Version
    {
        get
        {
            var (name, variant) = PromptName.Split(Folder);
            return new PromptVersion(name, variant, PromptVersion.HashOf(Template, Config));
        }
    }

    /// <summary>A problem of the template's file.</summary>
    public PromptProblem InTemplate(int line, string rule, params object?[] arguments) => Problem(TemplatePath, line, rule, arguments);

    /// <summary>A problem of the configuration's file.</summary>
    public PromptProblem InConfig(int line, string rule, params object?[] arguments) => Problem(ConfigPath, line, rule, arguments);

    /// <summary>A problem that keeps the prompt from serving; its text stands in <c>PromptTexts.resx</c> under the rule's name.</summary>
    public static PromptProblem Problem(string file, int line, string rule, params object?[] arguments) =>
        new(PromptSeverity.Error, rule, file, line, PromptTexts.Get(rule, arguments));

    private static int Length(byte[]? content) => content?.Length ?? -1;
}
