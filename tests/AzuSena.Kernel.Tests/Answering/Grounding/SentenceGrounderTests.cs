using AzuSena.Answers;
using AzuSena.Passages;
using AzuSena.Spanish.Legal;
using AzuSena.Support;

namespace AzuSena.Answering.Grounding;

public sealed class SentenceGrounderTests
{
    [Theory]
    [InlineData("Son 1.500.000 pesos.", "Son $1'500.000 pesos.")]
    [InlineData("Son 1,5 millones de pesos.", "Son 1.500.000 pesos.")]
    [InlineData("Dura tres años.", "Dura 3 años.")]
    [InlineData("Dura treinta y cinco horas.", "Dura 35 horas.")]
    [InlineData("Son dos mil quinientas horas.", "Son 2.500 horas.")]
    [InlineData("Es el 15 de marzo de 2024.", "Es el 2024-03-15.")]
    [InlineData("Es el 15/03/2024.", "Es el 15 de marzo de 2024.")]
    [InlineData("Fue en marzo de 2024.", "Fue el 15 de marzo de 2024.")]
    [InlineData("Cubre el 75 %.", "Cubre el 75 por ciento.")]
    [InlineData("Vale para el art. 30.", "Vale para el artículo 30.")]
    [InlineData("Lo dice la Ley 119/94.", "Lo dice la Ley 119 de 1994.")]
    [InlineData("Lo dice la Ley 119.", "Lo dice la Ley 119 de 1994.")]
    [InlineData("Es del siglo 20.", "Es del siglo XX.")]
    [InlineData("Va en el 3.º nivel.", "Va en el tercer nivel.")]
    [InlineData("Lo dice la sentencia C-38 de 2004.", "Lo dice la Sentencia C-038/04.")]
    [InlineData("Vale para el artículo 50.", "Vale para los artículos 48 a 51.")]
    [InlineData("Lo dice la Resolución 1-01399 de 2021.", "Lo dice la Resolución SENA 1-01399 de 2021.")]
    public void Hold_SameInAnotherForm_IsFound(string sentence, string passage) =>
        Hold(sentence, passage).Should().BeEquivalentTo(new { Support = SentenceSupport.Supported, NotFound = Array.Empty<string>() });

    [Theory]
    [InlineData("Son 1.500.001 pesos.", "Son 1.500.000 pesos.", "1.500.001")]
    [InlineData("Dura cuatro años.", "Dura 3 años.", "cuatro")]
    [InlineData("Es el 16 de marzo de 2024.", "Es el 2024-03-15.", "16 de marzo de 2024")]
    [InlineData("Cubre el 75 %.", "Cubre 75 cursos.", "75 %")]
    [InlineData("Vale para el artículo 31.", "Vale para el artículo 30 de los 31 que hay.", "artículo 31")]
    [InlineData("Lo dice la Ley 119 de 1995.", "Lo dice la Ley 119 de 1994.", "Ley 119 de 1995")]
    [InlineData("Lo dice el artículo 30 de la Ley 119 de 1994.", "Lo dice el artículo 30 de la Ley 789 de 2002, no la Ley 119 de 1994.",
        "artículo 30 de la Ley 119 de 1994")]
    [InlineData("Lo dice el Decreto 1072 de 2015.", "Lo dice la Ley 1072 de 2015.", "Decreto 1072 de 2015")]
    [InlineData("Lo dice la sentencia C-39 de 2004.", "Lo dice la Sentencia C-038/04.", "sentencia C-39 de 2004")]
    [InlineData("Lo dice la Resolución 1-01400 de 2021.", "Lo dice la Resolución 1-01399 de 2021.", "Resolución 1-01400 de 2021")]
    public void Hold_AnotherNumberDateOrLaw_IsNotFound(string sentence, string passage, string notFound)
    {
        var verdict = Hold(sentence, passage);

        verdict.Support.Should().NotBe(SentenceSupport.Supported);
        verdict.NotFound.Should().Equal(notFound);
    }

    [Fact]
    public void Hold_ArticleOfTheLawThatThePassageIsTheTextOf_IsFound()
    {
        var passage = Samples.Passage("Objeto. El objeto de la ley es la formación.") with
        { Locator = new Locator(Rule: new RuleReference(LawName.Read("Ley 119 de 1994")!, "2")) };

        new SentenceGrounder([passage]).Hold("El artículo 2 de la Ley 119 de 1994 fija el objeto: la formación.").NotFound.Should().BeEmpty();
        new SentenceGrounder([passage])
            .Hold("El artículo 3 de la Ley 119 de 1994 fija el objeto: la formación.").NotFound.Should().Equal("artículo 3 de la Ley 119 de 1994");
    }

    [Fact]
    public void Hold_NumberOfAnotherSentence_IsNoProof() => Hold("El curso dura 20 días.", "El curso dura 15 días. La beca cubre 20 libros.")
        .Should().BeEquivalentTo(new { Support = SentenceSupport.Partly, NotFound = Array.Empty<string>() });

    [Fact]
    public void Hold_StepsNumber_IsNoNumberOfTheAnswer() =>
        Hold("7. Llena el formulario de inscripción.", "Llena el formulario de inscripción.").Support.Should().Be(SentenceSupport.Supported);

    [Fact]
    public void Hold_ToolsResult_ProvesAndIsCitedAfterThePassages()
    {
        var grounder = new SentenceGrounder([Samples.Passage("La biblioteca presta libros.")]);
        grounder.AddTool(Samples.Passage("El 25 de diciembre de 2026 es festivo: Navidad."));

        var verdict = grounder.Hold("El 25 de diciembre de 2026 es festivo.");

        verdict.Support.Should().Be(SentenceSupport.Supported);
        verdict.Evidence.Should().OnlyContain(evidence => evidence.Number == 2);
        grounder.Of(2).Text.Should().StartWith("El 25 de diciembre");
    }

    private static SentenceVerdict Hold(string sentence, string passage) => new SentenceGrounder([Samples.Passage(passage)]).Hold(sentence);
}
