namespace AzuSena.Evaluation.Results;

/// <summary>What became of one thing that was measured: a question, a sentence, a recording.</summary>
public interface IMeasured
{
    /// <summary>Its id, by which runs are paired; no two of one kind share one.</summary>
    string Id { get; }
}
