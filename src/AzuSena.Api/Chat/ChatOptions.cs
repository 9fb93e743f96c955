using System.ComponentModel.DataAnnotations;

namespace AzuSena.Api.Chat;

/// <summary>How much one connection or one address may ask at once.</summary>
public sealed class ChatOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Chat";

    private const int Most = 1000;

    /// <summary>Questions that one live connection may have in the making; 0 for no limit.</summary>
    /// <value>The default is 8.</value>
    [Range(0, Most, ErrorMessage = "Chat__QuestionsPerConnection debe ser un número entero de 0 a 1000.")]
    public int QuestionsPerConnection { get; set; } = 8;

    /// <summary>The same as the number of calls that a connection may run side by side, which always has a bound.</summary>
    public int MostAtOnce => QuestionsPerConnection == 0 ? Most : QuestionsPerConnection;

    /// <summary>Questions that one address may have in the making, by whichever way; 0 for no limit.</summary>
    /// <value>The default is 1000: a whole site behind one address.</value>
    [Range(0, 1_000_000, ErrorMessage = "Chat__QuestionsPerAddress debe ser un número entero de 0 a 1000000.")]
    public int QuestionsPerAddress { get; set; } = 1000;

    /// <summary>The largest message that the live chat takes, in kilobytes; a larger one gets an error event and closes its connection.</summary>
    /// <value>The default is 64: the longest question, with every character escaped, has 48.</value>
    [Range(32, 10_240, ErrorMessage = "Chat__MaxMessageKilobytes debe ser un número entero de 32 a 10240.")]
    public int MaxMessageKilobytes { get; set; } = 64;
}
