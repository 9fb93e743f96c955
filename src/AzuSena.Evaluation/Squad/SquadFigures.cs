namespace AzuSena.Evaluation.Squad;

/// <summary>What a run of <c>eval squad</c> measures besides the retrieval of the answerable questions.</summary>
[Flags]
public enum SquadFigures
{
    /// <summary>Retrieval alone.</summary>
    Retrieval = 0,

    /// <summary>Whether the gold answer is in the first chosen sentences; without it those figures are NaN.</summary>
    Quotes = 1,

    /// <summary>How well questions without an answer are recognized; without it they are not asked.</summary>
    Abstention = 2,

    /// <summary>Everything.</summary>
    All = Quotes | Abstention,
}
