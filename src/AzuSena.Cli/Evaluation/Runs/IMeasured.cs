namespace AzuSena.Cli.Evaluation.Runs;

/// <summary>What became of one thing that was measured: a question, a sentence, a recording.</summary>
internal interface IMeasured
{
    /// <summary>Its id, by which runs are paired; no two of one kind share one.</summary>
    string Id { get; }
}
