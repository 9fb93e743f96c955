namespace AzuSena.Feedback;

/// <summary>A rated answer, with everything that an evaluation case needs.</summary>
/// <param name="QuestionId">The question's id.</param>
/// <param name="Rating">The rating.</param>
/// <param name="Comment">The user's comment, if any.</param>
/// <param name="Question">The original question.</param>
/// <param name="StandaloneQuestion">The standalone question that was searched.</param>
/// <param name="Answer">The answer's text (Markdown).</param>
/// <param name="Mode">How the answer was made.</param>
/// <param name="Abstained">Whether the answer was an abstention.</param>
/// <param name="Confidence">Probability that the documents answer the question, 0 to 1.</param>
/// <param name="Prompt">The prompt that a model wrote the answer from; null if no model wrote it.</param>
/// <param name="PassageIds">The cited passages, in the order of the text.</param>
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
