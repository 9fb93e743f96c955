namespace AzuSena.Answering.Grounding;

/// <summary>The policy for unsupported sentences.</summary>
public enum UnsupportedPolicy
{
    /// <summary>The sentence is kept and marked as unsupported.</summary>
    Mark,

    /// <summary>The sentence is never shown; therefore all sentences are shown only once they are complete.</summary>
    Drop,

    /// <summary>The sentence is shown as it is streamed and retracted once it is complete.</summary>
    Retract,
}
