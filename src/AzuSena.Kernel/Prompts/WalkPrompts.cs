namespace AzuSena.Prompts;

/// <summary>The prompts that the walk itself uses, and what it puts into each. The service does not start without them.</summary>
public static class WalkPrompts
{
    /// <summary>Answers a question from passages: <c>passages</c>, <c>history</c>, <c>question</c>.</summary>
    public const string AnswerQuestion = "Answering/AnswerQuestion";

    /// <summary>Makes a follow-up understandable by itself: <c>history</c>, <c>question</c>.</summary>
    public const string RewriteQuestion = "Answering/RewriteQuestion";

    /// <summary>Replies to a greeting or thanks: <c>question</c>, <c>history</c>.</summary>
    public const string SmallTalk = "Answering/SmallTalk";

    /// <summary>Says whether a passage holds a sentence of an answer: <c>passages</c>, <c>sentence</c>.</summary>
    public const string JudgeSentence = "Answering/JudgeSentence";

    /// <summary>Names a conversation: <c>question</c> and <c>answer</c> of its first turn.</summary>
    public const string Title = "Conversations/Title";

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<WalkPrompt> All { get; } =
    [
        new(AnswerQuestion, Needed: ["passages", "question"], Optional: ["history"]),
        new(RewriteQuestion, Needed: ["history", "question"], Optional: []),
        new(SmallTalk, Needed: ["question"], Optional: ["history"]),
        new(JudgeSentence, Needed: ["passages", "sentence"], Optional: []),
        new(Title, Needed: ["question"], Optional: ["answer"]),
    ];

    /// <summary>What the walk knows of a prompt; null for one that somebody else uses.</summary>
    internal static WalkPrompt? Find(string name) => All.FirstOrDefault(prompt => prompt.Name == name);
}

/// <summary>What the walk puts into a prompt.</summary>
/// <param name="Name">The prompt.</param>
/// <param name="Needed">The variables without which it could not do its work.</param>
/// <param name="Optional">Those that it may leave out.</param>
internal sealed record WalkPrompt(string Name, IReadOnlyList<string> Needed, IReadOnlyList<string> Optional)
{
    /// <summary>Every variable that has a value.</summary>
    public IEnumerable<string> Given => Needed.Concat(Optional);
}
