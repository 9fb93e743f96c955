using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Testing;

namespace AzuSena.Tests.Memory;

/// <summary>Questions that name a rule, over a folder with a law in it, a table of rules and a text about another law.</summary>
public sealed class RuleSearchTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TestProduct _product = null!;

    public async Task InitializeAsync()
    {
        _folder.Write("ley-30-de-2020.txt",
            "Artículo 1. Objeto. Regula la formación de los aprendices.\n\nArtículo 2. Alcance. Rige para los centros.\n\nArtículo 20. Derogatoria. Deroga " +
                "el artículo 7 de la Ley 30 de 2020 y el artículo 4 de la Ley 12 de 1980.");
        _folder.Write("normas.csv",
            "Fuente,Artículo,Texto del artículo\nley\u00A01122 de\u202F2007,5,el fondo paga los servicios de salud.\ncódigo de integridad,3,el servidor " +
                "público es honesto.\n");
        _folder.Write("contrato.md",
            "# Contrato\n\nEs un acuerdo laboral especial. Lo firman tres partes. Tiene dos etapas. El contrato de aprendizaje nace del artículo 30 de la " +
                "Ley 789 de 2002.");
        _product = new TestProduct(_folder.Path);
        await _product.IndexAsync();
    }

    public async Task DisposeAsync()
    {
        await _product.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("¿Qué dice el artículo 2 de la ley 30 de 2020?", "artículo 2 de la Ley 30 de 2020")]
    [InlineData("ley 30 artículo 20", "artículo 20 de la Ley 30 de 2020")]
    [InlineData("ART. 5 LEY 1122", "artículo 5 de la ley 1122 de 2007 (fila 2)")]
    [InlineData("articulo 5º de la ley\u00A01122\u202Fde 2007", "artículo 5 de la ley 1122 de 2007 (fila 2)")]
    [InlineData("artículo 3 del Código de Integridad", "artículo 3 del código de integridad (fila 3)")]
    public async Task AskAsync_RuleThatIsHeld_IsAnsweredByItAlone(string question, string locator)
    {
        var answer = await AskAsync(question);

        answer.Abstained.Should().BeFalse();
        answer.Citations.Select(citation => citation.Locator).Distinct().Should().Equal(locator);
    }

    [Theory]
    [InlineData("artículo 7 de la ley 30 de 2020", "artículo 7 de la ley 30 de 2020")]
    [InlineData("artículo 2 de la ley 30 de 1999", "artículo 2 de la ley 30 de 1999")]
    [InlineData("artículo 2 del decreto 30 de 2020", "artículo 2 del decreto 30 de 2020")]
    [InlineData("artículo 4 de la ley 12 de 1980", "artículo 4 de la ley 12 de 1980")]
    [InlineData("artículo 9 del código de integridad", "artículo 9 del código de integridad")]
    [InlineData("artículo 3 del código penal", "artículo 3 del código penal")]
    public async Task AskAsync_RuleThatIsNotHeld_IsNamedAndNotAnswered(string question, string rule)
    {
        var answer = await AskAsync(question);

        answer.Abstained.Should().BeTrue();
        answer.Citations.Should().BeEmpty();
        answer.Response.Should().StartWith($"No tengo el texto del {rule} en mis documentos");
    }

    [Fact]
    public async Task AskAsync_RuleThatOnlyATextSpeaksOf_IsAnsweredByWhatTheTextSaysOfIt()
    {
        var answer = await AskAsync("¿Qué dice el artículo 30 de la ley 789 de 2002?");

        answer.Citations.Select(citation => (citation.Title, citation.Quote))
            .Should().Contain(("Contrato", "El contrato de aprendizaje nace del artículo 30 de la Ley 789 de 2002."));
    }

    [Fact]
    public async Task AskAsync_OneRuleHeldAndOneNot_SaysSoFirst() =>
        (await AskAsync("artículo 2 y artículo 40 de la ley 30 de 2020")).Response.Should()
            .StartWith("No tengo el texto del artículo 40 de la ley 30 de 2020 en mis documentos.").And.Contain("Rige para los centros");

    private Task<Answer> AskAsync(string question) => _product.Get<AnswerService>().AskAsync(Question.Create(question), CancellationToken.None).ToAnswerAsync();
}
