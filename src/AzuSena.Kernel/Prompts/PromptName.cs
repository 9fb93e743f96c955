using System.Text.RegularExpressions;

namespace AzuSena.Prompts;

/// <summary>The names of prompt folders: <c>Group/Name</c>, or <c>Group/Name.variant</c> for a variant.</summary>
internal static partial class PromptName
{
    /// <summary>Requests the prompt itself, regardless of the shares of its variants.</summary>
    public const string Base = "base";

    /// <summary>The prompt and, after the first dot of the folder's own name, the variant.</summary>
    public static (string Name, string? Variant) Split(string folder)
    {
        var dot = folder.IndexOf('.', folder.LastIndexOf('/') + 1);
        return dot < 0 ? (folder, null) : (folder[..dot], folder[(dot + 1)..]);
    }

    /// <summary>The Semantic Kernel plugin and function of a prompt: <c>answering</c>, <c>AnswerQuestion</c>.</summary>
    public static (string Plugin, string Function) FunctionOf(string name)
    {
        // Semantic Kernel allows no hyphens in names.
        var parts = name.Replace('-', '_').Split('/', 2);
        return (parts[0].ToLowerInvariant(), parts[1]);
    }

    /// <summary>Whether this is <c>Group/Name</c> or <c>Group/Name.variant</c>, consisting of letters, digits, hyphens and underscores.</summary>
    public static bool IsWellFormed(string folder) => Form().IsMatch(folder) && Split(folder).Variant is not Base;

    [GeneratedRegex(@"^[A-Za-z0-9_-]+/[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
