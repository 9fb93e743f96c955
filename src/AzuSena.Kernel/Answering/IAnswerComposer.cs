namespace AzuSena.Answering;

/// <summary>Composes the text of an answer as a stream.</summary>
public interface IAnswerComposer
{
    /// <summary>The mode of the answers, as reported to clients in <c>mode</c>.</summary>
    string Mode { get; }

    /// <summary>The parts of the answer, in order.</summary>
    /// <exception cref="Errors.AzuSenaException">The answer cannot be started or completed.</exception>
    IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, CancellationToken cancellationToken);
}
