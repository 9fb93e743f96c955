namespace AzuSena.Memory.Reading;

/// <summary>Reads a question together with units of passages.</summary>
public interface IPassageReader
{
    /// <summary>Reads units, each with its neighbours. Never fails a question: if it cannot read, it says so.</summary>
    /// <param name="question">The question, in Spanish.</param>
    /// <param name="units">The units; they are read only if all of their passages are translated.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<PassageReading> ReadAsync(string question, IReadOnlyList<UnitToRead> units, CancellationToken cancellationToken);
}
