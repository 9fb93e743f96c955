namespace AzuSena.Evaluation;

/// <summary>What takes part in finding and choosing beside words.</summary>
/// <param name="Vectors">Whether vectors are searched too, with the configured embedder.</param>
/// <param name="Reader">Whether the reader reads what is found.</param>
public readonly record struct SearchParts(bool Vectors, bool Reader)
{
    /// <summary>Words alone.</summary>
    public static SearchParts Words => default;

    /// <summary>The settings that leave out what does not take part.</summary>
    public IEnumerable<(string Key, string Value)> Settings =>
    [
        .. Vectors ? [] : new[] { ("Embedding:Provider", "none") },
        ("Reader:Enabled", Reader ? "true" : "false"),
    ];
}
