namespace AzuSena.Memory.Sqlite;

/// <summary>A store whose entries expire. Nobody can read one that has, whether it was removed already or not.</summary>
public interface IExpiringStore
{
    /// <summary>Removes what has expired; says how many entries that were.</summary>
    Task<int> SweepAsync(CancellationToken cancellationToken);
}
