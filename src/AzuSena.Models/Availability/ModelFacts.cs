namespace AzuSena.Models.Availability;

/// <summary>The facts that a server reports about its model.</summary>
/// <param name="ContextTokens">The context size to use, in tokens.</param>
/// <param name="CallsTools">Whether it can call tools.</param>
/// <param name="Thinks">Whether it reasons before it answers.</param>
/// <param name="SeparatesThinking">Whether the server separates reasoning from the text, and can disable it.</param>
internal sealed record ModelFacts(int ContextTokens, bool CallsTools, bool Thinks, bool SeparatesThinking)
{
    private static readonly string[] ThinkingNames =
        ["deepseek-r1", "qwen3", "qwq", "magistral", "gpt-oss", "phi4-reasoning", "phi4-mini-reasoning", "-thinking", "-reasoner"];

    /// <summary>Whether a model of this name reasons, for servers that do not report it.</summary>
    public static bool ThinksByName(string model) => ThinkingNames.Any(name => model.Contains(name, StringComparison.OrdinalIgnoreCase));
}
