using System.Text.Json.Serialization;

namespace AzuSena.Answers;

/// <summary>A sentence of an answer, checked against the passages.</summary>
/// <param name="Sentence">The sentence as in the answer, without citation marks.</param>
/// <param name="Start">Start in the answer's text, in UTF-16 units.</param>
/// <param name="End">End, exclusive, including the citation marks.</param>
/// <param name="Support">Whether the passages support it.</param>
/// <param name="Score">The degree of support, 0 to 1.</param>
/// <param name="Citations">The passages that support it, with the supporting text.</param>
/// <param name="NotFound">Laws, articles, amounts, dates and numbers of the sentence that no passage contains, as written.</param>
public sealed record SentenceGrounding(
    string Sentence, int Start, int End, SentenceSupport Support, double Score, IReadOnlyList<Citation> Citations, IReadOnlyList<string> NotFound);

/// <summary>How far passages support a sentence.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SentenceSupport>))]
public enum SentenceSupport
{
    /// <summary>They say the same.</summary>
    [JsonStringEnumMemberName("supported")]
    Supported,

    /// <summary>They say part of it.</summary>
    [JsonStringEnumMemberName("partly")]
    Partly,

    /// <summary>They do not say it.</summary>
    [JsonStringEnumMemberName("unsupported")]
    Unsupported,
}
