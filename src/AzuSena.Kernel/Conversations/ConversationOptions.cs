using System.ComponentModel.DataAnnotations;

namespace AzuSena.Conversations;

/// <summary>Retention and size limits of conversations.</summary>
public sealed class ConversationOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Conversations";

    /// <summary>Days after its last answer until a conversation expires.</summary>
    /// <value>The default is 30.</value>
    [Range(1, 3650, ErrorMessage = "Conversations__RetentionDays debe ser un número entero de 1 a 3650.")]
    public int RetentionDays { get; set; } = 30;

    /// <summary>Maximum number of turns per conversation; the oldest are removed beyond that.</summary>
    /// <value>The default is 100.</value>
    [Range(1, 1000, ErrorMessage = "Conversations__MaxTurns debe ser un número entero de 1 a 1000.")]
    public int MaxTurns { get; set; } = 100;

    /// <summary>Maximum kilobytes of text per conversation; the oldest turns are removed beyond that.</summary>
    /// <value>The default is 1024: a hundred long answers with their quotes.</value>
    [Range(64, 1_048_576, ErrorMessage = "Conversations__MaxKilobytes debe ser un número entero de 64 a 1048576.")]
    public int MaxKilobytes { get; set; } = 1024;

    /// <summary>Maximum megabytes of all conversations in the database; beyond that the least recently used are removed.</summary>
    /// <value>The default is 1024.</value>
    [Range(1, 1_048_576, ErrorMessage = "Conversations__MaxMegabytes debe ser un número entero de 1 a 1048576.")]
    public int MaxMegabytes { get; set; } = 1024;

    /// <summary>Maximum number of new conversations per address and hour; 0 for no limit.</summary>
    /// <value>The default is 1000, enough for a whole site behind one address.</value>
    [Range(0, 1_000_000, ErrorMessage = "Conversations__PerAddressHour debe ser un número entero de 0 a 1000000.")]
    public int PerAddressHour { get; set; } = 1000;

    /// <summary>Maximum number of recent turns in a prompt.</summary>
    /// <value>The default is 6.</value>
    [Range(1, 50, ErrorMessage = "Conversations__PromptTurns debe ser un número entero de 1 a 50.")]
    public int PromptTurns { get; set; } = 6;

    /// <summary>Maximum number of characters of questions and answers in a prompt.</summary>
    /// <value>The default is 6000.</value>
    [Range(200, 100_000, ErrorMessage = "Conversations__PromptCharacters debe ser un número entero de 200 a 100000.")]
    public int PromptCharacters { get; set; } = 6000;

    /// <summary><see cref="RetentionDays"/> as a time span.</summary>
    internal TimeSpan Retention => TimeSpan.FromDays(RetentionDays);

    /// <summary><see cref="MaxKilobytes"/> in bytes.</summary>
    internal long MaxConversationBytes => MaxKilobytes * 1024L;

    /// <summary><see cref="MaxMegabytes"/> in bytes.</summary>
    internal long MaxBytes => MaxMegabytes * 1024L * 1024;
}
