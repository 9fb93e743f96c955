using System.ComponentModel.DataAnnotations;

namespace AzuSena.Api.Answers.Live;

/// <summary>How much one connection or one address may ask at once.</summary>
public sealed class QuestionLimits
{
    /// <summary>The configuration section, which the live chat has settings of its own in.</summary>
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
}
