using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Testing;

namespace AzuSena.Tests.Answering;

/// <summary>A part of an article can be asked for, and leads the answer.</summary>
public sealed class AskedSubdivisionTests
{
    private const string Law = """
        # Ley 3042 de 2031

        LEY 3042 DE 2031

        Artículo 1. Objeto. Esta ley regula los viveros escolares.

        Artículo 36. Riego. Los viveros se riegan con agua lluvia. El riego se hace en la mañana según el tipo de planta y el clima de la región.

        Parágrafo 1. Los viveros de zonas secas podrán usar agua del acueducto.

        Parágrafo 2. El riego nocturno queda prohibido.

        Parágrafo 3. Cada vivero llevará un registro del riego y de los parágrafos anteriores.

        Artículo 37. Vigencia. Esta ley rige desde su publicación.
        """;

    [Theory]
    [InlineData("¿Qué dice el parágrafo 2 del artículo 36 de la ley 3042 de 2031?", "nocturno")]
    [InlineData("¿Qué dice el parágrafo 1 del artículo 36 de la ley 3042 de 2031?", "acueducto")]
    [InlineData("parágrafo tercero del art. 36 de la ley 3042", "registro")]
    public async Task AskAsync_ParagraphOfAnArticle_LeadsWithIt(string question, string word)
    {
        using var folder = new TemporaryFolder();
        folder.Write("ley.md", Law);
        await using var product = new TestProduct(folder.Path);
        await product.IndexAsync();

        var answer = await product.Get<AnswerService>().AskAsync(Question.Create(question), CancellationToken.None).ToAnswerAsync();

        answer.Citations.Should().NotBeEmpty();
        answer.Citations[0].Quote.Should().Contain(word);
    }
}
