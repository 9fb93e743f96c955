namespace AzuSena.Feedback;

/// <summary>An answer that somebody rated, with all that it takes to make an evaluation case of it.</summary>
/// <param name="QuestionId">Names the question.</param>
/// <param name="Rating">What they think of it.</param>
/// <param name="Comment">What they say about it, if anything.</param>
/// <param name="Question">The question as it was asked.</param>
/// <param name="StandaloneQuestion">The question as it was searched for: a follow-up made complete.</param>
/// <param name="Answer">The answer's text (Markdown).</param>
/// <param name="Mode">How it was made.</param>
/// <param name="Abstained">Whether it said that the documents do not hold it.</param>
/// <param name="Confidence">Probability that they do, 0 to 1.</param>
/// <param name="Prompt">The prompt that a model wrote it from; null where none did.</param>
/// <param name="PassageIds">The passages that it cites, in the text's order.</param>
/// <param name="RatedAt">When it was last rated.</param>
public sealed record RatedAnswer(
    string QuestionId,
    AnswerRating Rating,
    string? Comment,
    string Question,
    string StandaloneQuestion,
    string Answer,
    string Mode,
    bool Abstained,
    double Confidence,
    string? Prompt,
    IReadOnlyList<string> PassageIds,
    DateTimeOffset RatedAt);
