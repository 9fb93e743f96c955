namespace AzuSena.Answering.Grounding;

/// <summary>Tracks what the sentences of an answer rest on, which decides at its end whether it is one.</summary>
internal sealed class AnswerSupport
{
    private bool _hasUnsupported;
    private bool _hasSupported;

    /// <summary>Whether a model writes the text.</summary>
    public bool IsModels { get; set; }

    /// <summary>Whether a tool gave the model a result.</summary>
    public bool HasToolResult { get; set; }

    /// <summary>Whether a passage is cited.</summary>
    public bool IsCited { get; set; }

    /// <summary>Whether it says itself that the documents do not answer.</summary>
    public bool IsDeclined { get; set; }

    /// <summary>Whether it is a model's, and nothing that it was given says any of it.</summary>
    public bool IsUnsourced => IsModels && !IsCited && !HasToolResult && !IsDeclined;

    /// <summary>Adds a claim.</summary>
    public void Add(bool isSupported)
    {
        _hasSupported |= isSupported;
        _hasUnsupported |= !isSupported;
    }

    /// <summary>Forgets a text that was withdrawn.</summary>
    public void Withdraw() => (_hasUnsupported, _hasSupported, IsCited) = (false, false, false);

    /// <summary>Whether a policy leaves no sentence of it.</summary>
    public bool IsEmptyUnder(UnsupportedPolicy policy) => policy is not UnsupportedPolicy.Mark && _hasUnsupported && !_hasSupported;
}
