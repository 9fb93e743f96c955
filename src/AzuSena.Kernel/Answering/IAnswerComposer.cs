using AzuSena.Memory.Search;

namespace AzuSena.Answering;

/// <summary>Makes the text of an answer from the passages that were found, piece by piece.</summary>
public interface IAnswerComposer
{
    /// <summary>How it makes answers, as <c>mode</c> tells clients.</summary>
    string Mode { get; }

    /// <summary>The pieces of the answer, in order.</summary>
    IAsyncEnumerable<AnswerPiece> ComposeAsync(Question question, SearchResult search, CancellationToken cancellationToken);
}

/// <summary>A piece of an answer's text.</summary>
/// <param name="Text">To be appended as it is.</param>
/// <param name="Citation">The passage behind it, where the piece ends with a citation mark.</param>
public sealed record AnswerPiece(string Text, Citation? Citation = null);
