using AzuSena.Spanish;

namespace AzuSena.Answering;

/// <summary>The sentence with which a model states that the passages do not answer; the prompts request it verbatim.</summary>
internal static class DeclineSentence
{
    private static readonly string[] Sentence = Words(AnswerTexts.Get("Abstained"));

    /// <summary>Whether a text begins with it, regardless of formatting.</summary>
    public static bool Begins(string text) => Words(text).Take(Sentence.Length).SequenceEqual(Sentence, StringComparer.Ordinal);

    private static string[] Words(string text) => [.. SpanishAnalyzer.Words(text).Select(range => SpanishAnalyzer.Fold(text.AsSpan()[range]))];
}
