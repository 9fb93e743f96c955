using FsCheck.Xunit;

namespace AzuSena.Answering.Generation;

public sealed class CitationMarksTests
{
    [Theory]
    [InlineData("Dura tres años [1].", "Dura tres años| [1]|.")]
    [InlineData("Así [1][2] y [ 3 ]", "Así| [1]|[2]| y| [3]")]
    [InlineData("Así [1, 3; 2]", "Así| [1,3,2]")]
    [InlineData("Así [2-4]", "Así| [2,3,4]")]
    [InlineData("Así【2】", "Así|[2]")]
    [InlineData("Número [99999999999]", "Número| [0]")]
    public void Take_Mark_IsFound(string text, string parts) => Parts([text]).Should().Be(parts);

    [Theory]
    [InlineData("[enlace](https://sena.edu.co) y [^1] y [ ] y [,] y []")]
    [InlineData("Un corchete [ suelto")]
    [InlineData("Termina en [12")]
    [InlineData("[1 2 3 4 5 6 7 8 9 10 11 12 13]")]
    [InlineData("")]
    public void Take_WhatIsNoMark_StaysAsItIs(string text) => Whole([text]).Should().Be(text);

    [Fact]
    public void Take_TextWithoutABracket_IsNotHeldBack()
    {
        var marks = new CitationMarks();

        marks.Take("Hola ").Should().Equal(new MarkedText("Hola ", []));
        marks.Take("mundo [").Select(part => part.Text).Should().Equal("mundo");
        marks.Take("1").Should().BeEmpty();
        marks.Take("]").Single().Numbers.Should().Equal(1);
    }

    [Property]
    public void Take_AnySplit_GivesTheSame(int seed)
    {
        const string Text = "El contrato [1] dura [2,3], no [x], sino [4-5]【6】 y [ 7 ]. Fin [8";
        var random = new Random(seed);
        var cuts = Enumerable.Range(1, Text.Length - 1).Where(_ => random.Next(3) == 0).ToList();
        var pieces = cuts.Prepend(0).Zip(cuts.Append(Text.Length), (start, end) => Text[start..end]).ToArray();

        Named(pieces).Should().Equal(Named([Text]));
        Unspaced(Whole(pieces)).Should().Be(Unspaced(Whole([Text])));
    }

    private static string Parts(string[] pieces) => string.Join('|', All(pieces).Select(Written));

    private static string Whole(string[] pieces) => string.Concat(All(pieces).Select(Written));

    private static List<int> Named(string[] pieces) => [.. All(pieces).SelectMany(part => part.Numbers)];

    private static string Unspaced(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static string Written(MarkedText part) => part.Numbers.Count == 0 ? part.Text : $"{part.Text}[{string.Join(',', part.Numbers)}]";

    private static List<MarkedText> All(string[] pieces)
    {
        var marks = new CitationMarks();
        var parts = pieces.SelectMany(marks.Take).ToList();
        return marks.End() is { Length: > 0 } rest ? [.. parts, new MarkedText(rest, [])] : parts;
    }
}
