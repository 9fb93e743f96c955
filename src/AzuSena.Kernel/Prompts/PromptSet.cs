namespace AzuSena.Prompts;

/// <summary>The active prompts and the problems at one moment. Immutable.</summary>
/// <param name="Slots">The state of each folder.</param>
/// <param name="Prompts">The active prompts, by name.</param>
/// <param name="Problems">The problems.</param>
internal sealed record PromptSet(IReadOnlyDictionary<string, PromptSlot> Slots, IReadOnlyList<Prompt> Prompts, IReadOnlyList<PromptProblem> Problems)
{
    /// <summary>The rule violated if the whole folder is unreachable.</summary>
    public const string Unreachable = "folder_unreachable";

    public static PromptSet Empty { get; } = new(new Dictionary<string, PromptSlot>(StringComparer.Ordinal), [], []);

    public Prompt? Find(string name, string? variant) => Slots.GetValueOrDefault(variant is null ? name : $"{name}.{variant}")?.Serving;
}

/// <summary>A prompt folder: the active prompt, and the last content of its files.</summary>
/// <param name="Fingerprint">The fingerprint of the files as last read; empty if the folder is gone.</param>
/// <param name="Serving">The last good version; null if there is none.</param>
/// <param name="Problems">The problems of the files.</param>
internal sealed record PromptSlot(string Fingerprint, Prompt? Serving, IReadOnlyList<PromptProblem> Problems);
