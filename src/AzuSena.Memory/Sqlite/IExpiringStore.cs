namespace AzuSena.Memory.Sqlite;

/// <summary>A store whose entries expire. Expired entries are never returned, whether or not they have been removed.</summary>
public interface IExpiringStore
{
    /// <summary>Removes expired entries; returns how many.</summary>
    Task<int> SweepAsync(CancellationToken cancellationToken);
}
