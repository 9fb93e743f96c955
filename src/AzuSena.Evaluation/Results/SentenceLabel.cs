namespace AzuSena.Evaluation.Results;

/// <summary>What was done to a true sentence, or where a sentence comes from.</summary>
public enum SentenceLabel
{
    /// <summary>As it stands in the passage.</summary>
    Verbatim,

    /// <summary>True in other words: reordered, shortened, numbers and dates in another form.</summary>
    Restated,

    /// <summary>Two sentences of a passage put into one.</summary>
    Joined,

    /// <summary>One number is another.</summary>
    Number,

    /// <summary>A day, month or year is another.</summary>
    Date,

    /// <summary>A name is another.</summary>
    Name,

    /// <summary>Denied where it was not, or the other way round.</summary>
    Negation,

    /// <summary>A true sentence of a passage that was not found, from the same article.</summary>
    ForeignSameArticle,

    /// <summary>A true sentence of another article.</summary>
    ForeignArticle,
}
