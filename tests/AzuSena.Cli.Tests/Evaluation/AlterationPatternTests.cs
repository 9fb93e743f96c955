using System.Reflection;
using System.Text.RegularExpressions;
using AzuSena.Evaluation.Grounding;
using AzuSena.Spanish;

namespace AzuSena.Cli.Tests.Evaluation;

/// <summary>Sentences are altered at the places that the patterns with backtracking found, so that the figures of the evaluation stay comparable.</summary>
public sealed class AlterationPatternTests
{
    private const string Months = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre";

    [Theory]
    [InlineData("Numbers", @"(?<![\p{L}\d.,-])\d+(?:[.,]\d+)*(?![\p{L}\d])|\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta" +
        @"|cien)\b")]
    [InlineData("DateParts", $@"\b(?:1[0-9]{{3}}|20[0-2][0-9])\b|\b(?:{Months})\b|\b(?:[1-9]|[12][0-9]|3[01])(?= de (?:{Months}))")]
    [InlineData("Names", @"(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}(?: (?:de |del |la )?\p{Lu}\p{Ll}{2,})*")]
    [InlineData("Verbs", @"(?<= )(?:es|son|fue|fueron|era|eran|está|están|tiene|tienen|tenía|puede|pueden|ha|han|había|hay|se|utiliza|incluye|permite" +
        @"|requiere)(?= )")]
    [InlineData("Denials", @"\b[Nn]o ")]
    public void Inner_Pattern_FindsWhatTheOldOneFound(string name, string old)
    {
        string[] pieces = ["1", "12", "1999", "2020", "1,5", ".", ",", ", ", " ", " ", " de ", "mayo", "dos", "Ana", "Bo", "del ", "ana ", "es", " es ", "ha",
            "había ", "no ", "No ", "se", "x", "ñ", "-", "3 de mayo"];
        var pattern = (Regex)typeof(SentenceAlteration).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [])!;
        var before = new Regex(old, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        var random = new Random(1);
        for (var i = 0; i < 3_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));

            pattern.Inner(text).Select(it => (it.Index, it.Value))
                .Should().Equal(before.Matches(text).Select(match => (match.Index, match.Value)), "of «{0}»", text);
        }
    }
}
