namespace AzuSena.Answering.Grounding;

/// <summary>What becomes of a sentence that the passages do not hold.</summary>
public enum UnsupportedPolicy
{
    /// <summary>It stays, and is marked as such.</summary>
    Mark,

    /// <summary>It is never shown; so each sentence is shown once it is whole.</summary>
    Drop,

    /// <summary>It is shown as it comes and taken back when it is whole.</summary>
    Retract,
}
