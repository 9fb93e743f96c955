using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Testing;

namespace AzuSena.Tests.Conversations;

/// <summary>The dialogues that the tests share, and turns to make others of.</summary>
internal static class Dialogue
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>A file of <c>Dialogues/</c> without its comments.</summary>
    public static string Read(string file) => string.Join('\n', File
        .ReadAllLines(Path.Combine(Repository.Root, "tests", "AzuSena.Kernel.Tests", "Conversations", "Dialogues", file))
        .Where(line => !line.StartsWith('#')));

    public static ConversationTurn Turn(string question, string standalone, Answer answer) => new(
        answer.QuestionId,
        question,
        standalone,
        answer.Response,
        answer.Mode,
        answer.Abstained,
        [.. answer.Citations.Select(TurnCitation.Of)],
        Start);

    /// <summary>A turn whose question stood on its own.</summary>
    public static ConversationTurn Turn(string question, string answer = "Respuesta.", string? title = null) => new(
        "q", question, question, answer, "extractive", Abstained: false, title is null ? [] : [new TurnCitation(1, "p", title)], Start);

    /// <summary>A finished answer.</summary>
    public static Answer Answer(string text) =>
        new(text, "q", ConversationId: null, "extractive", Abstained: false, Confidence: 1, LowConfidence: false, [], new AnswerTimings(0, 0, 0));
}
