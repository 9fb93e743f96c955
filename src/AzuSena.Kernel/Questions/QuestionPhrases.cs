using AzuSena.Spanish;

namespace AzuSena.Questions;

/// <summary>The phrases that people write around a question, from <c>phrases.txt</c>.</summary>
internal static class QuestionPhrases
{
    private static readonly IReadOnlyDictionary<string, WordPatterns> Sets = WordPatterns.Read(typeof(QuestionPhrases), "phrases.txt");

    /// <summary>Greetings, courtesies and instructions of form that stand at the beginning or the end.</summary>
    public static WordPatterns Both { get; } = Sets["Both"];

    /// <summary>Greetings, names and courtesies that open.</summary>
    public static WordPatterns Opening { get; } = Sets["Opening"];

    /// <summary>Thanks and farewells that close.</summary>
    public static WordPatterns Ending { get; } = Sets["Ending"];

    /// <summary>Announces what is asked ("quisiera saber si").</summary>
    public static WordPatterns Ask { get; } = Sets["Ask"];

    /// <summary>Begins what follows a question and is not part of it ("porque no entiendo").</summary>
    public static WordPatterns Cut { get; } = Sets["Cut"];

    /// <summary>Who asks.</summary>
    public static WordPatterns Who { get; } = Sets["Who"];

    /// <summary>Words that say nothing of what is asked.</summary>
    public static WordPatterns Noise { get; } = Sets["Noise"];

    /// <summary>Where somebody is.</summary>
    public static WordPatterns Place { get; } = Sets["Place"];

    /// <summary>Asks for something that depends on where somebody is.</summary>
    public static WordPatterns NeedsPlace { get; } = Sets["NeedsPlace"];

    /// <summary>Pronouns that stand for something said before.</summary>
    public static WordPatterns Neuter { get; } = Sets["Neuter"];

    /// <summary>An interrogative, with its preposition.</summary>
    public static WordPatterns Interrogative { get; } = Sets["Interrogative"];

    /// <summary>Words that connect one phrase to the next.</summary>
    public static WordPatterns Connector { get; } = Sets["Connector"];
}
