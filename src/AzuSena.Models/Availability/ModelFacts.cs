namespace AzuSena.Models.Availability;

/// <summary>What a server says about its model.</summary>
/// <param name="ContextTokens">Tokens that it is to be used with.</param>
/// <param name="CallsTools">Whether it can call tools.</param>
/// <param name="Thinks">Whether it thinks before it writes.</param>
/// <param name="SeparatesThinking">Whether the server keeps thinking apart from the text, and can switch it off.</param>
internal sealed record ModelFacts(int ContextTokens, bool CallsTools, bool Thinks, bool SeparatesThinking)
{
    private static readonly string[] ThinkingNames =
        ["deepseek-r1", "qwen3", "qwq", "magistral", "gpt-oss", "phi4-reasoning", "phi4-mini-reasoning", "-thinking", "-reasoner"];

    /// <summary>Whether models of this name think, for servers that do not say.</summary>
    public static bool ThinksByName(string model) => ThinkingNames.Any(name => model.Contains(name, StringComparison.OrdinalIgnoreCase));
}
