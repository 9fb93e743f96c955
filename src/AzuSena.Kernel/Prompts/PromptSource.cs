
namespace AzuSena.Prompts;

/// <summary>The two files of a prompt as read at one moment.</summary>
/// <param name="Folder">The folder, relative to the prompts folder, such as <c>Answering/AnswerQuestion.corto</c>.</param>
/// <param name="Template"><c>skprompt.txt</c>; null if it does not exist.</param>
/// <param name="Config"><c>config.json</c>; null if it does not exist.</param>
/// <param name="Unreadable">Which of the two files is unreadable or far too large, and the resource name of the reason.</param>
internal sealed record PromptSource(string Folder, byte[]? Template, byte[]? Config, (string File, string Reason)? Unreadable = null)
{
    /// <summary>The name of the template's file.</summary>
    public const string TemplateFile = "skprompt.txt";

    /// <summary>The name of the configuration's file.</summary>
    public const string ConfigFile = "config.json";

    /// <summary>Identifies the content: sources with equal fingerprints have the same content.</summary>
    public string Fingerprint { get; } =
        $"{Length(Template)}:{Length(Config)}:{Unreadable?.File}:{Unreadable?.Reason}:{PromptVersion.HashOf(Template, Config)}";

    /// <summary>The template file, relative to the prompts folder.</summary>
    public string TemplatePath => $"{Folder}/{TemplateFile}";

    /// <summary>The configuration file, relative to the prompts folder.</summary>
    public string ConfigPath => $"{Folder}/{ConfigFile}";

    /// <summary>The version; requires both files.</summary>
    public PromptVersion Version
    {
        get
        {
            var (name, variant) = PromptName.Split(Folder);
            return new PromptVersion(name, variant, PromptVersion.HashOf(Template, Config));
        }
    }

    /// <summary>A problem of the template file.</summary>
    public PromptProblem InTemplate(int line, string rule, params object?[] arguments) => Problem(TemplatePath, line, rule, arguments);

    /// <summary>A problem of the configuration file.</summary>
    public PromptProblem InConfig(int line, string rule, params object?[] arguments) => Problem(ConfigPath, line, rule, arguments);

    /// <summary>A problem that rejects the prompt; its text is in <c>PromptTexts.resx</c> under the rule's name.</summary>
    public static PromptProblem Problem(string file, int line, string rule, params object?[] arguments) =>
        new(PromptSeverity.Error, rule, file, line, PromptTexts.Get(rule, arguments));

    private static int Length(byte[]? content) => content?.Length ?? -1;
}
