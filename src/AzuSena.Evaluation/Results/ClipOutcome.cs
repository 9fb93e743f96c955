namespace AzuSena.Evaluation.Results;

/// <summary>What was heard of one recording.</summary>
/// <param name="Id">Its file, or the question's id.</param>
/// <param name="IsQuestion">Whether it is a question that was read aloud for it, and not a person's recording.</param>
/// <param name="Said">What is said.</param>
/// <param name="Heard">What was heard.</param>
/// <param name="Words">How many words are said.</param>
/// <param name="Errors">How many of them were put in, left out or changed.</param>
/// <param name="CitesRight">Whether the answer to what was heard cites a right document; null for what is no question.</param>
public sealed record ClipOutcome(string Id, bool IsQuestion, string Said, string Heard, int Words, int Errors, bool? CitesRight = null) : IMeasured
{
    /// <summary>Counts the errors.</summary>
    public static ClipOutcome Of(string id, string said, string heard, bool? citesRight = null, bool isQuestion = false) =>
        new(id, isQuestion, said.Trim(), heard, WordErrorRate.Words(said).Length, WordErrorRate.Errors(said, heard), citesRight);
}
