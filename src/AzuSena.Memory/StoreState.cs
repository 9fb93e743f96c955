namespace AzuSena.Memory;

/// <summary>
/// Identifies one state of the store: data derived from it, in memory or in files, is valid for this state only. A generation alone is not sufficient, as every
/// database counts its own from 0 and assigns the same keys to other passages.
/// </summary>
/// <param name="Identity">Distinguishes the database from others at the same path.</param>
/// <param name="Generation">Counts the runs that changed it; 0 means that nothing was ever indexed.</param>
public readonly record struct StoreState(string Identity, long Generation)
{
    /// <summary>Whether both are states of one database, in which a key always refers to the same passage.</summary>
    public bool IsOfSameDatabase(StoreState other) => Identity == other.Identity;
}
