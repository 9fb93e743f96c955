namespace AzuSena.Prompts;

/// <summary>The prompts that the answering process itself uses, with their variables. The service does not start without them.</summary>
public static class WalkPrompts
{
    /// <summary>The variable of the caller's wish; empty wherever nobody asks with one.</summary>
    public const string Wish = "wish";

    /// <summary>Answers a question from passages: <c>passages</c>, <c>history</c>, <c>wish</c>, <c>question</c>.</summary>
    public const string AnswerQuestion = "Answering/AnswerQuestion";

    /// <summary>Rewrites a follow-up as a standalone question: <c>history</c>, <c>question</c>.</summary>
    public const string RewriteQuestion = "Answering/RewriteQuestion";

    /// <summary>Replies to a greeting or thanks: <c>question</c>, <c>history</c>.</summary>
    public const string SmallTalk = "Answering/SmallTalk";

    /// <summary>Judges whether a passage supports a sentence of an answer: <c>passages</c>, <c>sentence</c>.</summary>
    public const string JudgeSentence = "Answering/JudgeSentence";

    /// <summary>Names a conversation: <c>question</c> and <c>answer</c> of its first turn.</summary>
    public const string Title = "Conversations/Title";

    /// <summary>All required prompts.</summary>
    internal static IReadOnlyList<WalkPrompt> All { get; } =
    [
        new(AnswerQuestion, Needed: ["passages", "question"], Optional: ["history", Wish]),
        new(RewriteQuestion, Needed: ["history", "question"], Optional: []),
        new(SmallTalk, Needed: ["question"], Optional: ["history"]),
        new(JudgeSentence, Needed: ["passages", "sentence"], Optional: []),
        new(Title, Needed: ["question"], Optional: ["answer"]),
    ];

    /// <summary>The definition of a required prompt; null for any other prompt.</summary>
    internal static WalkPrompt? Find(string name) => All.FirstOrDefault(prompt => prompt.Name == name);
}

/// <summary>A required prompt and the variables that it is given.</summary>
/// <param name="Name">The prompt.</param>
/// <param name="Needed">The variables that the template must use.</param>
/// <param name="Optional">The variables that the template may omit.</param>
internal sealed record WalkPrompt(string Name, IReadOnlyList<string> Needed, IReadOnlyList<string> Optional)
{
    /// <summary>All variables with a value.</summary>
    public IEnumerable<string> Given => Needed.Concat(Optional);
}
