using System.ComponentModel.DataAnnotations;

namespace AzuSena.Api.Chat;

/// <summary>Limits of the live chat.</summary>
public sealed class ChatOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Chat";

    /// <summary>The largest message, in kilobytes; a larger one gets an error event and closes its connection.</summary>
    /// <value>The default is 64: the longest question, with every character escaped, is 48.</value>
    [Range(32, 10_240, ErrorMessage = "Chat__MaxMessageKilobytes debe ser un número entero de 32 a 10240.")]
    public int MaxMessageKilobytes { get; set; } = 64;
}
