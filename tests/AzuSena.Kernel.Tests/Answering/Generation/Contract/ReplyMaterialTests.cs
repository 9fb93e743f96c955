using AzuSena.Support;
using AzuSena.Testing;
using AzuSena.Testing.Models;

namespace AzuSena.Answering.Generation.Contract;

/// <summary>What a reply takes from its passages: addresses, exceptions, and what else was found.</summary>
public sealed class ReplyMaterialTests
{
    private const string Asked = "¿Cuánto dura el contrato de trabajo de un instructor?";
    private const string Lead = "El contrato de trabajo de un instructor dura once meses [1].";
    private const string Exception = "Este plazo no aplica si la convocatoria fija otro.";

    [Fact]
    public async Task Ask_AddressOfAPassage_IsAPlaceholderInThePromptAndWholeInTheAnswer()
    {
        await using var product = await StartAsync($"{Lead} La lista de contratos está en [enlace 1] [1]. {Exception}");

        var answer = ModelAnswerTests.Completed(await product.AskAsync(Asked));

        answer.Response.Should().Contain("La lista de contratos está en https://contratos.sena.edu.co/lista [1].");
        product.Server.Requests[0].LastQuestion.Should().Contain("[enlace 1]").And.NotContain("https://");
    }

    [Theory]
    [InlineData("[la lista]([enlace 1])", "[la lista](https://contratos.sena.edu.co/lista)")]
    [InlineData("[enlace 1](https://otro.com)", "https://contratos.sena.edu.co/lista")]
    [InlineData("contratos.sena.edu.co/lista", "contratos.sena.edu.co/lista")]
    public async Task Ask_AddressInAnotherForm_IsThePassagesOrNone(string written, string shown)
    {
        await using var product = await StartAsync($"{Lead} La lista de contratos está en {written} [1]. {Exception}");

        ModelAnswerTests.Completed(await product.AskAsync(Asked)).Response.Should().Contain($"La lista de contratos está en {shown} [1].");
    }

    [Fact]
    public async Task Ask_AddressThatNoPassageHas_IsRemoved()
    {
        await using var product = await StartAsync($"{Lead} La lista de contratos está en https://contratos.sena.edu.co/otra [1]. {Exception}");

        ModelAnswerTests.Completed(await product.AskAsync(Asked)).Response.Should().Contain("La lista de contratos está en (enlace retirado)");
    }

    [Fact]
    public async Task Ask_ExceptionBesideTheLeadIsLeftOut_IsQuoted()
    {
        await using var product = await StartAsync(Lead);

        var answer = ModelAnswerTests.Completed(await product.AskAsync(Asked));

        answer.Response.Should().Be($"{Lead}\n\n{Exception} [1]");
        answer.Lead.Should().Be(Lead.Replace(" [1]", "", StringComparison.Ordinal));
        answer.Citations.Select(citation => citation.Quote).Should().Contain(Exception);
    }

    [Theory]
    [InlineData("Este plazo no aplica si la convocatoria fija otro [1].")]
    [InlineData("El plazo no aplica cuando la convocatoria fija otro [1].")]
    public async Task Ask_ExceptionIsSaid_IsNotQuotedAgain(string said)
    {
        await using var product = await StartAsync($"{Lead} {said}");

        ModelAnswerTests.Completed(await product.AskAsync(Asked)).Response.Should().Be($"{Lead} {said}");
    }

    [Fact]
    public async Task Ask_PassageThatWasNotCited_IsOffered()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("El contrato de aprendizaje dura como máximo tres años [1]."));

        var answer = ModelAnswerTests.Completed(await product.AskAsync("¿Cuánto dura el contrato de aprendizaje y qué libros presta la biblioteca?"));

        answer.More!.Select(more => more.Quote).Should().Equal("La biblioteca presta libros durante quince días.");
    }

    [Fact]
    public async Task Ask_OtherPassagesShareTooLittle_OffersNothing()
    {
        await using var product = await ModelProduct.StartAsync(_ => ModelScript.Of("El contrato de aprendizaje dura como máximo tres años [1]."));

        ModelAnswerTests.Completed(await product.AskAsync("¿La empresa paga el apoyo del contrato y presta libros?")).More.Should().BeNull();
    }

    private static Task<ModelProduct> StartAsync(string reply) => ModelProduct.StartAsync(_ => ModelScript.Of(reply), Write);

    private static void Write(TemporaryFolder corpus) => corpus.Write("plazos.md", Document(
            "Plazos",
            $"El contrato de trabajo de un instructor dura once meses. {Exception} La lista de contratos está en https://contratos.sena.edu.co/lista."));

    private static string Document(string title, string body) =>
        $"---\ntitulo: {title}\nfuente: Prueba\nfecha: 2025-06-25\ntemas: [prueba]\n---\n# {title}\n\n{body}\n";
}
