namespace AzuSena.Evaluation.Results;

/// <summary>The outcome of one measured item: a question, a sentence, a recording.</summary>
public interface IMeasured
{
    /// <summary>Its id, by which runs are paired; unique within its kind.</summary>
    string Id { get; }
}
