namespace AzuSena.Evaluation.Questions;

/// <summary>A question with what a right answer to it needs.</summary>
/// <param name="Id">Names it in reports and across runs: <c>hecho-001</c>.</param>
/// <param name="Kind">
/// What it tries: <c>fact</c>, <c>list</c>, <c>procedure</c>, <c>comparison</c>, <c>follow_up</c>, <c>misspelled</c>, <c>colloquial</c>, <c>no_accents</c>,
/// <c>english</c>, <c>false_premise</c>, <c>out_of_scope</c>, <c>adversarial</c>, or a word of the data set's own.
/// </param>
/// <param name="Question">The question as it is asked.</param>
/// <param name="History">What was asked before it in the same conversation, oldest first.</param>
/// <param name="Documents">Paths of the documents that answer it, below the corpus folder; any of them is right. Empty where none does.</param>
/// <param name="Facts">What the answer must say: each inner list is one fact, and any of its wordings counts.</param>
/// <param name="MustNot">What the answer must not say.</param>
/// <param name="Expect">How the product should take it.</param>
public sealed record EvaluationQuestion(
    string Id,
    string Kind,
    string Question,
    IReadOnlyList<string> History,
    IReadOnlyList<string> Documents,
    IReadOnlyList<IReadOnlyList<string>> Facts,
    IReadOnlyList<string> MustNot,
    ExpectedOutcome Expect)
{
    /// <summary>Whether the documents answer it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsAnswerable => Expect is ExpectedOutcome.Answer;
}

/// <summary>How a question should be taken.</summary>
public enum ExpectedOutcome
{
    /// <summary>With an answer that holds its facts.</summary>
    Answer,

    /// <summary>By saying that the documents do not hold it.</summary>
    Abstain,

    /// <summary>By correcting what it assumes, or by declining; never by agreeing.</summary>
    Correct,
}
