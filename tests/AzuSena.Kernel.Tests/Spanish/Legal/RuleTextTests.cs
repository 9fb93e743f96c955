using AzuSena.Spanish.Legal;

namespace AzuSena.Tests.Spanish.Legal;

public sealed class RuleTextTests
{
    [Theory]
    [InlineData("artículo 48 de la ley 100 de 1993")]
    [InlineData("¿Qué dice el ARTÍCULO 48 DE LA LEY 100 DE 1993?")]
    [InlineData("art. 48 ley 100 de 1993")]
    [InlineData("Art.48, Ley N.º 100/1993")]
    [InlineData("articulo número 48 de la Ley\u00A0100\u202Fde 1993")]
    [InlineData("artículo 48º de la ley 100 del 93")]
    [InlineData("ley 100 de 1993 artículo 48")]
    [InlineData("Según la ley 100 de 1993, ¿qué dice su art 48?")]
    [InlineData("artículo # 48 de la ley No. 100 del año 1993")]
    public void Asked_AnySpelling_IsTheSameRule(string question)
    {
        var (law, article) = RuleText.Asked(question).Should().ContainSingle().Subject;

        article.Should().Be("48");
        (law!.Kind, law.Number, law.Year).Should().Be(("ley", "100", 1993));
    }

    [Theory]
    [InlineData("art. 5 ley 1122", "5 ley 1122 ")]
    [InlineData("ley 1438 artículo 2", "2 ley 1438 ")]
    [InlineData("artículo 2.2.6.3.1 del Decreto Único Reglamentario 1072 de 2015", "2.2.6.3.1 decreto 1072 2015")]
    [InlineData("artículo 114-1 de la Ley 1.819 de 2016", "114-1 ley 1819 2016")]
    [InlineData("artículos 3 y 5 de la ley 100", "3 ley 100 |5 ley 100 ")]
    [InlineData("artículo 1 de la ley 10 y artículo 2 de la ley 20", "1 ley 10 |2 ley 20 ")]
    [InlineData("ley 10 artículo 1 y ley 20 artículo 2", "1 ley 10 |2 ley 20 ")]
    [InlineData("artículo primero de la ley estatutaria 1751 de 2015", "1 ley 1751 2015")]
    [InlineData("artículo 3 del código de integridad", "3   ")]
    [InlineData("¿Qué dice la ley 119 de 1994?", "")]
    [InlineData("¿Cuántos artículos de aseo venden?", "")]
    [InlineData("arte del siglo 20", "")]
    public void Asked_Questions_AreTheirRules(string question, string expected) =>
        string.Join('|', RuleText.Asked(question).Select(rule => $"{rule.Article} {rule.Law?.Kind} {rule.Law?.Number} {rule.Law?.Year}")).Should().Be(expected);

    [Fact]
    public void Mentioned_LawRightBehind_OrTheDocumentsOwn()
    {
        var own = LawName.Read("Ley 119 de 1994");

        var mentions = RuleText.Mentioned("El artículo 2 fija la misión. Lo modificó el artículo 30 de la Ley 789 de 2002.", own);

        mentions.Select(rule => rule.Text).Should().Equal("artículo 2 de la Ley 119 de 1994", "artículo 30 de la ley 789 de 2002");
    }

    [Fact]
    public void Mentioned_WithoutALaw_IsNothing() => RuleText.Mentioned("El artículo 2 fija la misión de la entidad.", own: null).Should().BeEmpty();

    [Theory]
    [InlineData("ley\u00A0100 de 1993", "ley", "100", 1993, "de la ley 100 de 1993")]
    [InlineData("ley\u202F2329\u202Fde\u202F2023", "ley", "2329", 2023, "de la ley 2329 de 2023")]
    [InlineData("ley estatutaria 1751 de 2015", "ley", "1751", 2015, "de la ley estatutaria 1751 de 2015")]
    [InlineData("Resolución 0777 de 2021", "resolucion", "777", 2021, "de la Resolución 0777 de 2021")]
    [InlineData("código de integridad del sena", "codigo", null, null, "del código de integridad del sena")]
    public void Read_NamesAsTheyAreWritten_AreNormalised(string name, string kind, string? number, int? year, string shown)
    {
        var law = LawName.Read(name)!;

        (law.Kind, law.Number, law.Year, law.WithPreposition).Should().Be((kind, number, year, shown));
    }

    [Theory]
    [InlineData("artículo 3 del CÓDIGO de integridad", true)]
    [InlineData("artículo 3 del código penal", false)]
    [InlineData("artículo 3 de la ley 100", false)]
    public void Names_LawWithoutNumber_IsKnownByKindAndFirstWord(string question, bool named) =>
        RuleText.Names(question, LawName.Read("código de integridad del sena")!).Should().Be(named);

    [Theory]
    [InlineData("artículo 3 del código penal", "código penal")]
    [InlineData("¿Qué dice el artículo 25 de la Constitución?", "constitución")]
    [InlineData("artículo 64 del Código Sustantivo del Trabajo", "código sustantivo del trabajo")]
    public void NamedCode_WithoutNumber_IsItsName(string question, string name) => RuleText.NamedCode(question)!.Name.Should().Be(name);

    [Theory]
    [InlineData("5º", "5")]
    [InlineData("05", "5")]
    [InlineData("5o.", "5")]
    [InlineData("48 A", "48")]
    [InlineData("48A", "48a")]
    [InlineData("114 – 1", "114-1")]
    [InlineData("0", "0")]
    [InlineData("Único", "unico")]
    [InlineData("", null)]
    public void Normalise_Numbers_HaveOneSpelling(string text, string? number) => ArticleNumber.Normalise(text).Should().Be(number);
}
