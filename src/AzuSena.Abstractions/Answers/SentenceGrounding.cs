using System.Text.Json.Serialization;

namespace AzuSena.Answers;

/// <summary>A sentence of an answer, held against the passages.</summary>
/// <param name="Sentence">The sentence as it stands in the answer, without citation marks.</param>
/// <param name="Start">Where it starts in the answer's text, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive, its citation marks included.</param>
/// <param name="Support">Whether the passages hold it.</param>
/// <param name="Score">How well they do, 0 to 1.</param>
/// <param name="Citations">The passages behind it, with the words that do.</param>
/// <param name="NotFound">Laws, articles, amounts, dates and numbers in it that no passage holds, as they are written.</param>
public sealed record SentenceGrounding(
    string Sentence, int Start, int End, SentenceSupport Support, double Score, IReadOnlyList<Citation> Citations, IReadOnlyList<string> NotFound);

/// <summary>How far passages hold a sentence.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SentenceSupport>))]
public enum SentenceSupport
{
    /// <summary>They say the same.</summary>
    [JsonStringEnumMemberName("supported")]
    Supported,

    /// <summary>They say a part of it.</summary>
    [JsonStringEnumMemberName("partly")]
    Partly,

    /// <summary>They do not say it.</summary>
    [JsonStringEnumMemberName("unsupported")]
    Unsupported,
}
