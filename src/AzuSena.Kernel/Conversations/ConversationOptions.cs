using System.ComponentModel.DataAnnotations;

namespace AzuSena.Conversations;

/// <summary>How long conversations are kept, and how much of them.</summary>
public sealed class ConversationOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Conversations";

    /// <summary>Days after its last answer that a conversation is forgotten.</summary>
    /// <value>The default is 30.</value>
    [Range(1, 3650, ErrorMessage = "Conversations__RetentionDays debe ser un número entero de 1 a 3650.")]
    public int RetentionDays { get; set; } = 30;

    /// <summary>How many turns a conversation keeps; past that the oldest are removed.</summary>
    /// <value>The default is 100.</value>
    [Range(1, 1000, ErrorMessage = "Conversations__MaxTurns debe ser un número entero de 1 a 1000.")]
    public int MaxTurns { get; set; } = 100;

    /// <summary>How many of the last turns a prompt may be given.</summary>
    /// <value>The default is 6.</value>
    [Range(1, 50, ErrorMessage = "Conversations__PromptTurns debe ser un número entero de 1 a 50.")]
    public int PromptTurns { get; set; } = 6;

    /// <summary>How many characters of questions and answers a prompt may be given.</summary>
    /// <value>The default is 6000.</value>
    [Range(200, 100_000, ErrorMessage = "Conversations__PromptCharacters debe ser un número entero de 200 a 100000.")]
    public int PromptCharacters { get; set; } = 6000;

    /// <summary>How long a conversation is kept after its last answer.</summary>
    internal TimeSpan Retention => TimeSpan.FromDays(RetentionDays);
}
