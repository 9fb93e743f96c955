namespace AzuSena.Evaluation.Results;

/// <summary>The alteration of a true sentence, or the origin of a sentence.</summary>
public enum SentenceLabel
{
    /// <summary>As written in the passage.</summary>
    Verbatim,

    /// <summary>True in other words: reordered, shortened, numbers and dates in another form.</summary>
    Restated,

    /// <summary>Two sentences of a passage joined into one.</summary>
    Joined,

    /// <summary>One number replaced by another.</summary>
    Number,

    /// <summary>A day, month or year replaced by another.</summary>
    Date,

    /// <summary>A name replaced by another.</summary>
    Name,

    /// <summary>Negated, or a negation removed.</summary>
    Negation,

    /// <summary>A true sentence of a passage that was not found, from the same article.</summary>
    ForeignSameArticle,

    /// <summary>A true sentence of another article.</summary>
    ForeignArticle,
}
