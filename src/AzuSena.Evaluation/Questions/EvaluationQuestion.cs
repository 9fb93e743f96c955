using System.Text.Json.Serialization;

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
/// <param name="Lead">The wordings of what was asked, any of which must begin the answer; null if the first fact is what was asked.</param>
/// <param name="Sections">The headings that answer it, if other sections of its documents do not; null if all do.</param>
/// <param name="ArePatterns">Whether lead, facts and forbidden statements are regular expressions over the folded text, not wordings.</param>
public sealed record EvaluationQuestion(
    string Id,
    string Kind,
    string Question,
    IReadOnlyList<string> History,
    IReadOnlyList<string> Documents,
    IReadOnlyList<IReadOnlyList<string>> Facts,
    IReadOnlyList<string> MustNot,
    ExpectedOutcome Expect,
    IReadOnlyList<string>? Lead = null,
    IReadOnlyList<string>? Sections = null,
    [property: JsonIgnore] bool ArePatterns = false)
{
    /// <summary>Whether the documents answer it.</summary>
    [JsonIgnore]
    public bool IsAnswerable => Expect is ExpectedOutcome.Answer;

    /// <summary>The wordings that an answer must begin with; empty if none is required.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> LeadWordings => Lead ?? (Facts.Count > 0 ? Facts[0] : []);
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
