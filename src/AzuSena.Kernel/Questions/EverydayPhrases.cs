using System.Text;
using AzuSena.Spanish;

namespace AzuSena.Questions;

/// <summary>Puts what people say in Colombia into the words that documents use, from <c>everyday.txt</c>: a "cartón" is a "certificado".</summary>
internal static class EverydayPhrases
{
    private static readonly ILookup<string, (string[] Words, string Written)> Phrases = Read();

    /// <summary>The text in the documents' words; the same text if it holds no such phrase.</summary>
    public static string Restate(string text)
    {
        var words = SaidWord.Of(text);
        var (restated, copied) = (new StringBuilder(), 0);
        for (var at = 0; at < words.Count; at++)
        {
            if (Longest(words, at) is not { } phrase)
            {
                continue;
            }

            restated.Append(text, copied, words[at].Start - copied).Append(phrase.Written);
            at += phrase.Words.Length - 1;
            copied = words[at].End;
        }

        return copied == 0 ? text : restated.Append(text, copied, text.Length - copied).ToString();
    }

    private static (string[] Words, string Written)? Longest(List<SaidWord> words, int at) => Phrases[words[at].Folded]
        .Where(phrase => at + phrase.Words.Length <= words.Count && phrase.Words.Index().All(word => words[at + word.Index].Folded == word.Item))
        .Select(phrase => ((string[] Words, string Written)?)phrase)
        .MaxBy(phrase => phrase!.Value.Words.Length);

    private static ILookup<string, (string[] Words, string Written)> Read() => NamedLines.Read(typeof(EverydayPhrases), "everyday.txt")
        .SelectMany(line => line.Value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(phrase => (Words: SaidWord.Of(phrase).ConvertAll(word => word.Folded).ToArray(), Written: line.Name)))
        .ToLookup(phrase => phrase.Words[0], StringComparer.Ordinal);
}
