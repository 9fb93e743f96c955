using System.Text;
using AzuSena.Passages;
using AzuSena.Support;
using FsCheck.Xunit;

namespace AzuSena.Answering.Grounding;

/// <summary>Sentences held against passages while they come, and their citations put right.</summary>
public sealed class AnswerGroundingTests
{
    private static readonly Passage[] Passages =
    [
        Samples.Passage("La biblioteca presta libros durante quince días. Los libros electrónicos se leen por internet.", "Biblioteca"),
        Samples.Passage("El contrato de aprendizaje dura como máximo tres años. La empresa patrocinadora paga un apoyo mensual.", "Contrato de aprendizaje",
            position: 1),
    ];

    [Theory]
    [InlineData("El contrato dura tres años [2].", "El contrato dura tres años [2].")]
    [InlineData("El contrato dura tres años [1].", "El contrato dura tres años [2].")]
    [InlineData("El contrato dura tres años.", "El contrato dura tres años [2].")]
    [InlineData("El contrato dura 3 años. [1] La biblioteca presta libros [2].", "El contrato dura 3 años. [2] La biblioteca presta libros [1].")]
    [InlineData("El contrato dura tres años [1][2].", "El contrato dura tres años [2].")]
    [InlineData("El contrato [2] dura tres años.", "El contrato dura tres años [2].")]
    [InlineData("La luna gira alrededor de la Tierra [1].", "La luna gira alrededor de la Tierra.")]
    [InlineData("**El contrato dura tres años [2].**", "**El contrato dura tres años [2].**")]
    [InlineData("El contrato dura tres años (máximo) [2].", "El contrato dura tres años (máximo) [2].")]
    [InlineData("El contrato dura tres años (máximo).", "El contrato dura tres años (máximo) [2].")]
    [InlineData("El contrato dura «tres años».", "El contrato dura «tres años» [2].")]
    [InlineData("El contrato dura tres años, según el numeral (1).", "El contrato dura tres años, según el numeral (1) [2].")]
    [InlineData("El contrato dura **tres años** [2].", "El contrato dura **tres años** [2].")]
    [InlineData("## Contrato de tres años\n\nEl contrato dura tres años.", "## Contrato de tres años\n\nEl contrato dura tres años [2].")]
    [InlineData("| Contrato | Años |\n|---|---|\n| El contrato dura | tres años |\n", "| Contrato | Años |\n|---|---|\n| El contrato dura | tres años |\n")]
    [InlineData("| Contrato | Años |\n|---|---|\n| El contrato dura | tres años [2] |\n",
        "| Contrato | Años |\n|---|---|\n| El contrato dura | tres años [2] |\n")]
    [InlineData("| Contrato | Años |\n|---|---|\n| El contrato dura [1] | tres años |\n",
        "| Contrato | Años |\n|---|---|\n| El contrato dura [2] | tres años |\n")]
    [InlineData("| Contrato | Años |\n|---|---|\n| El contrato dura [1] | tres años [2] |\n",
        "| Contrato | Años |\n|---|---|\n| El contrato dura | tres años [2] |\n")]
    [InlineData("| Regla | Fuente |\n|---|---|\n| El contrato dura tres años. La empresa paga un apoyo. | [2] |\n",
        "| Regla | Fuente |\n|---|---|\n| El contrato dura tres años. La empresa paga un apoyo. | [2] |\n")]
    [InlineData("| Astro [1] | Giro |\n|---|---|\n| La luna gira [2] | sin parar |\n", "| Astro | Giro |\n|---|---|\n| La luna gira | sin parar |\n")]
    [InlineData("```\nx = 1\n```\nEl contrato dura tres años [2].", "```\nx = 1\n```\nEl contrato dura tres años [2].")]
    [InlineData("~~~text\nEl contrato dura tres años.\n~~~\n\nEl contrato dura tres años.",
        "~~~text\nEl contrato dura tres años.\n~~~\n\nEl contrato dura tres años [2].")]
    [InlineData("---\nEl contrato dura tres años.", "---\nEl contrato dura tres años [2].")]
    [InlineData("- El contrato dura tres años [1]\n- La biblioteca presta libros [2]", "- El contrato dura tres años [2]\n- La biblioteca presta libros [1]")]
    [InlineData("No lo encontré en los documentos que tengo.", "No lo encontré en los documentos que tengo.")]
    public async Task GroundAsync_Marks_NameWhatSupports(string written, string shown) => (await Run([written])).Text.Should().Be(shown);

    [Theory]
    [InlineData("El contrato dura tres años [2].", "supported", "")]
    [InlineData("El contrato dura cinco años [2].", "partly", "cinco")]
    [InlineData("El contrato no dura tres años [2].", "unsupported", "")]
    [InlineData("El artículo 45 de la Ley 119 de 1994 dice que el contrato dura tres años.", "partly", "Ley 119 de 1994|artículo 45 de la Ley 119 de 1994")]
    public async Task GroundAsync_Sentence_IsJudged(string written, string support, string notFound)
    {
        var sentence = (await Run([written])).Sentences.Should().ContainSingle().Subject.Verdict;

        sentence.Support.ToString().ToUpperInvariant().Should().Be(support.ToUpperInvariant());
        string.Join('|', sentence.NotFound.Order(StringComparer.Ordinal)).Should().Be(notFound);
    }

    [Fact]
    public async Task GroundAsync_Grounding_ComesBeforeTheNextSentence()
    {
        var parts = await Parts(["El contrato dura tres años [2]. La", " biblioteca presta libros [1]."], UnsupportedPolicy.Mark);

        var first = parts.FindIndex(part => part is GroundedSentence);
        string.Concat(parts.Take(first).OfType<AnswerPiece>().Select(piece => piece.Text)).Should().Be("El contrato dura tres años [2].");
    }

    [Fact]
    public async Task GroundAsync_WordsOfASentence_AreNotHeldBack()
    {
        var grounding = new AnswerGrounding(Passages, UnsupportedPolicy.Mark);
        var gate = new TaskCompletionSource();
        await using var parts = grounding.GroundAsync(Slow(), CancellationToken.None).GetAsyncEnumerator();

        await parts.MoveNextAsync();

        parts.Current.Should().Be(new AnswerPiece("El contrato"));
        gate.SetResult();

        async IAsyncEnumerable<AnswerPart> Slow()
        {
            yield return new AnswerPiece("El contrato");
            await gate.Task;
        }
    }

    [Theory]
    [InlineData(UnsupportedPolicy.Mark, "La luna gira. El contrato dura tres años [2].")]
    [InlineData(UnsupportedPolicy.Drop, "El contrato dura tres años [2].")]
    [InlineData(UnsupportedPolicy.Retract, "La luna gira. El contrato dura tres años [2].")]
    public async Task GroundAsync_Unsupported_IsDealtWith(UnsupportedPolicy policy, string streamed)
    {
        var run = await Run(["La luna gira [2]. El contrato dura tres años [2]."], policy);

        run.Text.Should().Be(streamed);
        run.Sentences.Exists(sentence => sentence.IsRetracted).Should().Be(policy is UnsupportedPolicy.Retract);
    }

    [Theory]
    [InlineData(UnsupportedPolicy.Drop)]
    [InlineData(UnsupportedPolicy.Retract)]
    public async Task GroundAsync_UnsupportedBehindABlockOfCode_LeavesTheBlockClosed(UnsupportedPolicy policy)
    {
        var run = await Run(["```\nx = 1\n```\nLa luna gira. El contrato dura tres años."], policy);

        run.Text.Should().StartWith("```\nx = 1\n```\n").And.EndWith("El contrato dura tres años [2].");
        run.Sentences.Where(sentence => sentence.IsRetracted).Select(sentence => (sentence.Lead, sentence.Text))
            .Should().Equal(policy is UnsupportedPolicy.Retract ? [(0, "La luna gira.")] : []);
    }

    [Property]
    public async Task GroundAsync_AnySplit_GivesTheSame(int seed)
    {
        const string Text = "| A | B |\n|---|---|\n| El contrato dura [1] | tres años [2] |\n| 5 [1] | 6 |\n\n```x\na. B\n```\nEl contrato dura 3 años. [1] " +
            "Según el art. 5, no hay 1.500 libros… ¿Sí? \"La biblioteca presta libros.\"\n\n1. Paso uno [2]\n- J. Pérez paga. etc. y más";
        var random = new Random(seed);
        var cuts = Enumerable.Range(1, Text.Length - 1).Where(_ => random.Next(3) == 0).ToList();
        var pieces = cuts.Prepend(0).Zip(cuts.Append(Text.Length), (start, end) => Text[start..end]).ToArray();

        (await Summary(pieces)).Should().Be(await Summary([Text]));
    }

    [Property(Arbitrary = [typeof(Generators)])]
    public async Task GroundAsync_HostileText_NeverThrowsAndSpansHold(HostileText text, HostileText passage)
    {
        var passages = new[] { Samples.Passage(passage.Value + " El contrato dura tres años, art. 5."), Samples.Passage(text.Value + ".", position: 1) };

        var run = await Run([text.Value, ". Art. 5 ", text.Value], UnsupportedPolicy.Mark, passages);

        foreach (var citation in run.Sentences.SelectMany(sentence => sentence.Citations))
        {
            passages[citation.Number - 1].Text[citation.Start..citation.End].Should().Be(citation.Quote);
        }
    }

    private static async Task<string> Summary(string[] pieces)
    {
        var run = await Run(pieces);
        var sentences = run.Sentences.Select(sentence =>
        {
            var numbers = string.Join(',', sentence.Citations.Select(citation => citation.Number));
            return $"{sentence.Text}|{sentence.Verdict.Support}|{sentence.Verdict.Score}|{numbers}";
        });
        return $"{run.Text}\n{string.Join('\n', sentences)}";
    }

    private static async Task<(string Text, List<GroundedSentence> Sentences)> Run(
        string[] pieces, UnsupportedPolicy policy = UnsupportedPolicy.Mark, Passage[]? passages = null)
    {
        var parts = await Parts(pieces, policy, passages);
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (part is AnswerPiece piece)
            {
                text.Append(piece.Text);
            }
            else if (part is GroundedSentence sentence)
            {
                // Its place in the answer is where it stands.
                var place = text.ToString()[^sentence.Length..];
                place = sentence.Text.StartsWith('|') ? System.Text.RegularExpressions.Regex.Replace(
                    place, @" ?\[\d+\]", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) : place;
                place.Should().StartWith(sentence.Text[..^ClosingOf(sentence.Text)]);
            }
        }

        return (text.ToString(), [.. parts.OfType<GroundedSentence>()]);
    }

    private static int ClosingOf(string text) =>
        text.Reverse().TakeWhile(letter => char.IsWhiteSpace(letter) || ".?!…)]\"'»”’*_".Contains(letter, StringComparison.Ordinal)).Count();

    private static async Task<List<AnswerPart>> Parts(string[] pieces, UnsupportedPolicy policy, Passage[]? passages = null)
    {
        var parts = new List<AnswerPart>();
        await foreach (var part in new AnswerGrounding(passages ?? Passages, policy).GroundAsync(Model(pieces), CancellationToken.None))
        {
            parts.Add(part);
        }

        return parts;
    }

    private static async IAsyncEnumerable<AnswerPart> Model(string[] pieces)
    {
        await Task.CompletedTask;
        var marks = new Generation.CitationMarks(passages: 2);
        foreach (var part in pieces.SelectMany(marks.Take).Concat(marks.End()))
        {
            yield return part.Numbers.Count == 0 ? new AnswerPiece(part.Text) : new AnswerMark(part.Numbers);
        }
    }
}
