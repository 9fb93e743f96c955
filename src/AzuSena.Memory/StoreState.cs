namespace AzuSena.Memory;

/// <summary>
/// Names one state of the store: what is kept of it in memory or in files is of this state and no other. A generation alone does not, for every database
/// counts its own from 0 and gives the same keys to other passages.
/// </summary>
/// <param name="Identity">Tells one database from another that lay or lies in the same place.</param>
/// <param name="Generation">Counts the runs that changed it; 0 means that nothing was ever indexed.</param>
public readonly record struct StoreState(string Identity, long Generation)
{
    /// <summary>Whether both are states of one database, in which a key names one passage for ever.</summary>
    public bool IsOfSameDatabase(StoreState other) => Identity == other.Identity;
}
