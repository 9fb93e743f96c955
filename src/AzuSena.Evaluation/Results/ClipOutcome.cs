namespace AzuSena.Evaluation.Results;

/// <summary>The transcription of one recording.</summary>
/// <param name="Id">Its file, or the question's id.</param>
/// <param name="IsQuestion">Whether it is a question spoken by speech synthesis, not a human recording.</param>
/// <param name="Said">The spoken text.</param>
/// <param name="Heard">The transcribed text.</param>
/// <param name="Words">The number of spoken words.</param>
/// <param name="Errors">The number of inserted, deleted or changed words.</param>
/// <param name="CitesRight">Whether the answer to the transcribed question cites a right document; null if it is not a question.</param>
public sealed record ClipOutcome(string Id, bool IsQuestion, string Said, string Heard, int Words, int Errors, bool? CitesRight = null) : IMeasured
{
    /// <summary>Counts the errors.</summary>
    public static ClipOutcome Of(string id, string said, string heard, bool? citesRight = null, bool isQuestion = false) =>
        new(id, isQuestion, said.Trim(), heard, WordErrorRate.Words(said).Length, WordErrorRate.Errors(said, heard), citesRight);
}
