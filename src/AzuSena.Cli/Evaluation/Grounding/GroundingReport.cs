namespace AzuSena.Cli.Evaluation.Grounding;

/// <summary>The figures of one run of <c>azusena eval grounding</c>.</summary>
/// <param name="Seed">What the sentences were made with.</param>
/// <param name="Halves">The articles that the thresholds were chosen on, and the others.</param>
/// <param name="MillisecondsPerSentence">Mean time of one sentence, the analysis of its passages shared by those that are held against them.</param>
/// <param name="Mistakes">Sentences that were judged wrongly, the worst first.</param>
internal sealed record GroundingReport(int Seed, IReadOnlyList<GroundingHalf> Halves, double MillisecondsPerSentence, IReadOnlyList<GroundingMistake> Mistakes);

/// <summary>The figures over some articles.</summary>
/// <param name="Articles"><c>fitted</c> or <c>held_out</c>.</param>
/// <param name="Rows">By the kind of sentence.</param>
internal sealed record GroundingHalf(string Articles, IReadOnlyList<GroundingFigures> Rows);

/// <summary>How one kind of sentence was judged.</summary>
/// <param name="Label">The kind.</param>
/// <param name="Count">How many.</param>
/// <param name="Right">Share judged rightly: true ones supported, others not.</param>
/// <param name="Supported">Share judged supported.</param>
/// <param name="Partly">Share judged partly supported.</param>
/// <param name="Unsupported">Share judged unsupported.</param>
internal sealed record GroundingFigures(SentenceLabel Label, int Count, double Right, double Supported, double Partly, double Unsupported);

/// <summary>A sentence that was judged wrongly.</summary>
internal sealed record GroundingMistake(SentenceLabel Label, string Sentence, string Support, double Score, IReadOnlyList<string> NotFound, IReadOnlyList<string> Passages);
