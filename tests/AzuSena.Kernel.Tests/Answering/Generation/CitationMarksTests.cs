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
    [InlineData("Así [^1][^2].", "Así| [1]|[2]|.")]
    [InlineData("Así 【1†source】 y【2:0†doc.pdf】.", "Así| [1]| y|[2]|.")]
    [InlineData("Así [Pasaje 1] y [Fuentes: 1 y 2; Pasaje 3].", "Así| [1]| y| [1,2,3]|.")]
    [InlineData("Así [doc. 2].", "Así| [2]|.")]
    [InlineData("Así [[1]] y [[1, 2]].", "Así| [1]| y| [1,2]|.")]
    [InlineData("Así ([1]), o ([1], [2]), o ([1][2]).", "Así| [1]|, o| [1,2]|, o| [1,2]|.")]
    [InlineData("Así (1). Otra (1, 2), esto (1 y 2); al fin (3)", "Así| [1]|. Otra| [1,2]|, esto| [1,2]|; al fin| [3]")]
    [InlineData("Dura años. (1)\nOtra (2)\n", "Dura años.| [1]|\nOtra| [2]|\n")]
    [InlineData("Así (Fuente: 1) y (pasajes 1 y 2).", "Así| [1]| y| [1,2]|.")]
    [InlineData("Así [1](https://sena.edu.co/a_(b)), [1](#cita-1) y [1] (véase)", "Así| [1]|),| [1]| y| [1]| (véase)")]
    [InlineData("Así [^1].\n[^1]: Reglamento", "Así| [1]|.\n|[1]| Reglamento")]
    public void Take_Mark_IsFound(string text, string parts) => Parts([text]).Should().Be(parts);

    [Theory]
    [InlineData("[enlace](https://sena.edu.co) y [^] y [ ] y [,] y []")]
    [InlineData("El numeral (1). El artículo 5 (1). El inciso (2), y el parágrafo (3).")]
    [InlineData("(1) Primero.\n(2) Segundo.\n- (3) Tercero.")]
    [InlineData("Pide: (1) cédula, (2) diploma y (3) foto.")]
    [InlineData("Dura un (1) año, dos (2) meses o hasta tres (3).")]
    [InlineData("El SENA (10). El SENA (1,5). El SENA (2024). El SENA (1-3). El SENA (ver 1). f(1).")]
    [InlineData("Un paréntesis (suelto y otro (1")]
    [InlineData("El art. (1). En [Documento 2024] y [norma 1] y (documento 1).")]
    [InlineData("Un corchete [ suelto")]
    [InlineData("Termina en [12")]
    [InlineData("[1 2 3 4 5 6 7 8 9 10 11 12 13]")]
    [InlineData("")]
    public void Take_WhatIsNoMark_StaysAsItIs(string text) => Whole([text]).Should().Be(text);

    [Fact]
    public void Take_TextWithoutABracket_IsNotHeldBack()
    {
        var marks = new CitationMarks(passages: 9);

        marks.Take("Hola ").Should().Equal(new MarkedText("Hola ", []));
        marks.Take("mundo [").Select(part => part.Text).Should().Equal("mundo");
        marks.Take("1").Should().BeEmpty();
        marks.Take("]").Single().Numbers.Should().Equal(1);
    }

    [Property]
    public void Take_AnySplit_GivesTheSame(int seed)
    {
        const string Text = "El contrato [1] dura [2,3], no [x], sino [4-5]【6†a.b】 y [ 7 ] (1). El numeral (1) [^2](#x) o ([1], [3]), [Pasaje 2] (4, 5). " +
            "Fin [8";
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
        var marks = new CitationMarks(passages: 9);
        return [.. pieces.SelectMany(marks.Take).ToArray(), .. marks.End()];
    }
}
