using System.Text.Json.Serialization;

namespace AzuSena.Prompts;

/// <summary>The severity of a problem.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PromptSeverity>))]
public enum PromptSeverity
{
    /// <summary>The prompt is active nevertheless.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>The prompt, or this edit of it, is rejected.</summary>
    [JsonStringEnumMemberName("error")]
    Error,
}

/// <summary>A problem of a prompt's files, and how to fix it.</summary>
/// <param name="Severity">The severity.</param>
/// <param name="Rule">Stable name of the violated rule, such as <c>variable_unused</c>.</param>
/// <param name="File">The file, relative to the prompts folder, with forward slashes.</param>
/// <param name="Line">The line, from 1; 0 for the whole file or folder.</param>
/// <param name="Message">What is wrong and how to fix it, in Spanish.</param>
public sealed record PromptProblem(PromptSeverity Severity, string Rule, string File, int Line, string Message)
{
    /// <summary>The file and the line, if any, in the form that editors open: <c>Answering/AnswerQuestion/skprompt.txt:12</c>.</summary>
    public string Place => Line > 0 ? $"{File}:{Line}" : File;
}
