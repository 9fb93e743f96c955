using AzuSena.Memory.Indexing;
using AzuSena.Memory.Vectors;

namespace AzuSena.Memory.Reading;

/// <summary>Derives from the stored passages what answers them better: their vectors, those of their sentences, and their English for the reader.</summary>
public sealed class PassageUpkeep(VectorUpkeep vectors, QuoteVectorUpkeep quotes, ReaderUpkeep reader)
{
    /// <summary>Brings all up to date; cheap if nothing has changed.</summary>
    /// <param name="progress">Receives a report after each batch.</param>
    /// <param name="cancellationToken">Cancels the pass; what is made so far is kept.</param>
    public async Task RunAsync(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        await vectors.RunAsync(progress, cancellationToken);
        await quotes.RunAsync(progress, cancellationToken);
        await reader.RunAsync(progress, cancellationToken);
    }
}
