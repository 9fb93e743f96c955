using System.Text.Json.Serialization;

namespace AzuSena.Prompts;

/// <summary>How much a problem matters.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PromptSeverity>))]
public enum PromptSeverity
{
    /// <summary>The prompt serves all the same.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>The prompt, or this edit of it, does not serve.</summary>
    [JsonStringEnumMemberName("error")]
    Error,
}

/// <summary>What is wrong with a prompt's files, and what to do about it.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Rule">Stable name of what is wrong, such as <c>variable_unused</c>.</param>
/// <param name="File">The file, below the prompts folder, with forward slashes.</param>
/// <param name="Line">Its line, from 1; 0 where the whole file or folder is meant.</param>
/// <param name="Message">What is wrong and what to do, in Spanish.</param>
public sealed record PromptProblem(PromptSeverity Severity, string Rule, string File, int Line, string Message)
{
    /// <summary>The file and, where there is one, the line, as editors open them: <c>Answering/AnswerQuestion/skprompt.txt:12</c>.</summary>
    public string Place => Line > 0 ? $"{File}:{Line}" : File;
}
