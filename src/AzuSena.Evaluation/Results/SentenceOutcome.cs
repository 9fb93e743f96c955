using AzuSena.Answers;

namespace AzuSena.Evaluation.Results;

/// <summary>How one labelled sentence was judged.</summary>
/// <param name="Id">Paragraph, label and number.</param>
/// <param name="Label">What it is.</param>
/// <param name="IsHeldOut">Whether it is of an article that the thresholds were not chosen on.</param>
/// <param name="Support">The verdict.</param>
/// <param name="IsRight">Whether that is right: a true one supported, any other not.</param>
/// <param name="Detail">What a person reads about it; of the worst mistakes alone.</param>
public sealed record SentenceOutcome(string Id, SentenceLabel Label, bool IsHeldOut, SentenceSupport Support, bool IsRight, SentenceDetail? Detail = null) : IMeasured;

/// <summary>A sentence that was judged wrongly.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Score">Its score, 0 to 1.</param>
/// <param name="NotFound">What of it no passage holds.</param>
/// <param name="Passages">The passages that it was held against.</param>
public sealed record SentenceDetail(string Text, double Score, IReadOnlyList<string> NotFound, IReadOnlyList<string> Passages);
