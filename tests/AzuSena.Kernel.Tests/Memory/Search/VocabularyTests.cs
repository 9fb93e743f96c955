using AzuSena.Support;
using FsCheck.Xunit;

namespace AzuSena.Memory.Search;

public sealed class VocabularyTests
{
    [Property(Arbitrary = [typeof(Generators)], MaxTest = 3000)]
    public void IsWithinOneEdit_ShortWords_AgreesWithTheFullDistance(ShortWord a, ShortWord b) =>
        Vocabulary.IsWithinOneEdit(a.Value, b.Value).Should().Be(Distance(a.Value, b.Value) <= 1, "«{0}» and «{1}»", a.Value, b.Value);

    [Theory]
    [InlineData("contrato", "contrato", true)]
    [InlineData("contrato", "contrat", true)]
    [InlineData("contrato", "econtrato", true)]
    [InlineData("contrato", "conttrato", true)]
    [InlineData("contrato", "contraro", true)]
    [InlineData("contrato", "cotnrato", true)]
    [InlineData("contrato", "contraot", true)]
    [InlineData("contrato", "cotnraot", false)]
    [InlineData("contrato", "contra", false)]
    [InlineData("contrato", "notcrato", false)]
    [InlineData("", "a", true)]
    [InlineData("", "", true)]
    public void IsWithinOneEdit_Words_IsOneEditOrNone(string a, string b, bool expected)
    {
        Vocabulary.IsWithinOneEdit(a, b).Should().Be(expected);
        Vocabulary.IsWithinOneEdit(b, a).Should().Be(expected);
    }

    [Fact]
    public void Near_MisspelledWord_GivesTheSameFirstLetterThenTheMostFrequent() =>
        Of(("contado", 1), ("montado", 90), ("contada", 5), ("contando", 5), ("contrato", 900), ("conta", 9)).Near("contado")
            .Should().Equal("contada", "contando", "contado", "montado");

    [Theory]
    [InlineData("sena")]
    [InlineData("")]
    [InlineData("ley1994")]
    [InlineData("12345")]
    public void Near_ShortWordOrNumber_GivesNone(string word) => Of(("sena", 1), ("senas", 1), ("ley1995", 1), ("12346", 1)).Near(word).Should().BeEmpty();

    [Fact]
    public void Near_FiveLetters_IsLongEnough() => Of(("curso", 1)).Near("crso").Concat(Of(("curso", 1)).Near("curzo")).Should().Equal("curso");

    [Fact]
    public void Alike_WordsThatSoundTheSame_GivesThemTheMostFrequentFirst() =>
        Of(("sena", 90), ("zena", 1), ("senda", 5)).Alike("cena").Should().Equal("sena", "zena");

    [Fact]
    public void Near_NothingAlike_GivesNone() => Of(("contrato", 1)).Near("biblioteca").Should().BeEmpty();

    private static Vocabulary Of(params (string Word, int Count)[] words) =>
        new(new StoreState("una", 1), words.Select(word => KeyValuePair.Create(word.Word, word.Count)));

    /// <summary>The restricted Damerau–Levenshtein distance as textbooks give it.</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }
}
