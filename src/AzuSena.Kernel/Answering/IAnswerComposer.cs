namespace AzuSena.Answering;

/// <summary>Makes the text of an answer, piece by piece.</summary>
public interface IAnswerComposer
{
    /// <summary>How it makes answers, as <c>mode</c> tells clients.</summary>
    string Mode { get; }

    /// <summary>The parts of the answer, in order.</summary>
    /// <exception cref="Errors.AzuSenaException">The answer cannot be made, or not be finished.</exception>
    IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, CancellationToken cancellationToken);
}
