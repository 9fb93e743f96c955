using System.Globalization;
using System.Text;
using AzuSena.Spanish;

namespace AzuSena.Evaluation.Questions;

/// <summary>Deterministic alterations of questions before they are asked.</summary>
/// <param name="TypoSeed">Puts one random edit into one content word of each question; null leaves them unchanged.</param>
/// <param name="DropAccents">Removes accents and tildes.</param>
public sealed record QuestionAlteration(int? TypoSeed = null, bool DropAccents = false)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const int MinTypoLength = 4;

    /// <summary>The altered question number <paramref name="index"/>.</summary>
    public string Apply(string question, int index)
    {
        var altered = TypoSeed is { } seed ? WithTypo(question, new Random(unchecked((seed * 1_000_003) + index))) : question;
        return DropAccents ? WithoutAccents(altered) : altered;
    }

    private static string WithTypo(string question, Random random)
    {
        var words = SpanishAnalyzer.Analyze(question).Where(term => term.Length >= MinTypoLength && !term.Word.Any(char.IsDigit)).ToArray();
        if (words.Length == 0)
        {
            return question;
        }

        var word = words[random.Next(words.Length)];
        var at = word.Start + random.Next(word.Length);
        var isLast = at == word.Start + word.Length - 1;
        return random.Next(4) switch
        {
            0 => question.Remove(at, 1),
            1 => question.Insert(at, NextLetter(random)),
            2 => question.Remove(at, 1).Insert(at, NextLetter(random)),
            _ when isLast => question.Remove(at, 1),
            _ => $"{question[..at]}{question[at + 1]}{question[at]}{question[(at + 2)..]}",
        };
    }

    private static string NextLetter(Random random) => Letters[random.Next(Letters.Length)].ToString();

    private static string WithoutAccents(string text) => string.Concat(text
        .Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark));
}
