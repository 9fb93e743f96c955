using System.ComponentModel.DataAnnotations;

namespace AzuSena.Api.Answers.Live;

/// <summary>Limits on concurrent questions per connection and per address.</summary>
public sealed class QuestionLimits
{
    /// <summary>The configuration section, shared with the live chat's own settings.</summary>
    public const string SectionName = "Chat";

    private const int Most = 1000;

    /// <summary>Questions in progress per live connection; 0 for no limit.</summary>
    /// <value>The default is 8.</value>
    [Range(0, Most, ErrorMessage = "Chat__QuestionsPerConnection debe ser un número entero de 0 a 1000.")]
    public int QuestionsPerConnection { get; set; } = 8;

    /// <summary>The same limit for the number of concurrent calls of a connection, which must always be bounded.</summary>
    public int MostAtOnce => QuestionsPerConnection == 0 ? Most : QuestionsPerConnection;

    /// <summary>Questions in progress per address, however asked; 0 for no limit.</summary>
    /// <value>The default is 1000: a whole site behind one address.</value>
    [Range(0, 1_000_000, ErrorMessage = "Chat__QuestionsPerAddress debe ser un número entero de 0 a 1000000.")]
    public int QuestionsPerAddress { get; set; } = 1000;
}
