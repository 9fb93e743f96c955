namespace AzuSena.Evaluation.Questions;

/// <summary>A question with the requirements of a right answer.</summary>
/// <param name="Id">Identifies it in reports and across runs: <c>hecho-001</c>.</param>
/// <param name="Kind">
/// The case that it tests: <c>fact</c>, <c>list</c>, <c>procedure</c>, <c>comparison</c>, <c>follow_up</c>, <c>misspelled</c>, <c>colloquial</c>,
/// <c>no_accents</c>, <c>english</c>, <c>false_premise</c>, <c>out_of_scope</c>, <c>adversarial</c>, or one of the data set's own.
/// </param>
/// <param name="Question">The question as asked.</param>
/// <param name="History">The previous questions of the same conversation, oldest first.</param>
/// <param name="Documents">Paths of the documents that answer it, below the corpus folder; any of them is right. Empty if none does.</param>
/// <param name="Facts">The facts that the answer must state: each inner list is one fact, and any of its wordings counts.</param>
/// <param name="MustNot">The statements that the answer must not make.</param>
/// <param name="Expect">The expected outcome.</param>
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

/// <summary>The expected outcome of a question.</summary>
public enum ExpectedOutcome
{
    /// <summary>An answer with its facts.</summary>
    Answer,

    /// <summary>A reply that the documents do not answer it.</summary>
    Abstain,

    /// <summary>A correction of its premise, or an abstention; never agreement.</summary>
    Correct,
}
