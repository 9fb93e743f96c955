namespace AzuSena.Prompts;

/// <summary>What serves, and what is wrong, at one moment. Never changes.</summary>
/// <param name="Slots">What is known of each folder.</param>
/// <param name="Prompts">What serves, by name.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record PromptSet(IReadOnlyDictionary<string, PromptSlot> Slots, IReadOnlyList<Prompt> Prompts, IReadOnlyList<PromptProblem> Problems)
{
    /// <summary>The rule of the problem that the whole folder is out of reach.</summary>
    public const string Unreachable = "folder_unreachable";

    public static PromptSet Empty { get; } = new(new Dictionary<string, PromptSlot>(StringComparer.Ordinal), [], []);

    public Prompt? Find(string name, string? variant) => Slots.GetValueOrDefault(variant is null ? name : $"{name}.{variant}")?.Serving;
}

/// <summary>A folder: what serves from it, and what its files last held.</summary>
/// <param name="Fingerprint">Of the files that were last looked at; empty where the folder is gone.</param>
/// <param name="Serving">The last good version; null where there was none.</param>
/// <param name="Problems">What is wrong with the files.</param>
internal sealed record PromptSlot(string Fingerprint, Prompt? Serving, IReadOnlyList<PromptProblem> Problems);
