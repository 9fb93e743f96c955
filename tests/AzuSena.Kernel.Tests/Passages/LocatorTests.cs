using AzuSena.Passages;
using AzuSena.Spanish.Legal;

namespace AzuSena.Tests.Passages;

public sealed class LocatorTests
{
    private static readonly RuleReference Rule = new(LawName.Read("ley 100 de 1993")!, "48");

    public static TheoryData<Locator, string> Places() => new()
    {
        { new Locator(Page: 3, LastPage: 3), "página 3" },
        { new Locator(Page: 3, LastPage: 4), "páginas 3 a 4" },
        { new Locator(Sheet: "Datos", Row: 12), "hoja Datos, fila 12" },
        { new Locator(Row: 12), "fila 12" },
        { new Locator(Rule: Rule), "artículo 48 de la ley 100 de 1993" },
        { new Locator(Page: 3, Rule: Rule), "artículo 48 de la ley 100 de 1993 (página 3)" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Text_Place_IsSpanish(Locator locator, string text) => locator.Text.Should().Be(text);

    [Fact]
    public void CanJoin_PagesOfOneText_AndNothingElse()
    {
        Locator.CanJoin(null, null).Should().BeTrue();
        Locator.CanJoin(new Locator(Page: 1), new Locator(Page: 2)).Should().BeTrue();
        Locator.CanJoin(new Locator(Page: 1, Rule: Rule), new Locator(Page: 2, Rule: Rule)).Should().BeTrue();
        Locator.CanJoin(new Locator(Rule: Rule), new Locator(Rule: Rule with { Article = "49" })).Should().BeFalse();
        Locator.CanJoin(new Locator(Row: 1), new Locator(Row: 2)).Should().BeFalse();
        Locator.CanJoin(null, new Locator(Page: 1)).Should().BeFalse();
    }
}
