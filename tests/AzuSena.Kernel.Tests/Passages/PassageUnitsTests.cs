using AzuSena.Support;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AzuSena.Passages;

public sealed class PassageUnitsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Uno. Dos.", "Uno.|Dos.")]
    [InlineData("## Título\nUno.", "Uno.")]
    [InlineData("## ¿Qué es? Todo. Fin\nUno.\n## Otro", "Uno.")]
    [InlineData("- Uno.\n- Dos.", "- Uno.|- Dos.")]
    [InlineData("Los pasos son:\n- Uno.\n- Dos.\nFin.", "Los pasos son:\n- Uno.\n- Dos.|Fin.")]
    [InlineData("Antes. Los pasos son:\n- Uno. Sigue uno.\n- Dos. Sigue dos. Y más.", "Antes.|Los pasos son:\n- Uno. Sigue uno.\n- Dos. Sigue dos. Y más.")]
    [InlineData("Los pasos son:\nNo es lista.\n- Uno.", "Los pasos son:|No es lista.|- Uno.")]
    [InlineData("Los pasos son:\n- Uno.\n## Otra sección\n- Dos.", "Los pasos son:\n- Uno.|- Dos.")]
    [InlineData("Los pasos son:\n## Otra sección\n- Uno.", "Los pasos son:|- Uno.")]
    public void Split_Passage_GivesWhatCanBeQuoted(string text, string units) =>
        string.Join('|', PassageUnits.Split(text).Select(unit => text[unit.Span])).Should().Be(units);

    [Fact]
    public void Split_List_HasLeadInAndItemsAsParts()
    {
        const string Text = "Son dos:\n- Uno. Sigue.\n- Dos.";

        var list = PassageUnits.Split(Text).Should().ContainSingle().Subject;

        list.IsList.Should().BeTrue();
        list.Parts.Select(part => Text[part]).Should().Equal("Son dos:", "- Uno. Sigue.", "- Dos.");
    }

    [Fact]
    public void Split_FurtherSentenceOfTheLastItem_BelongsToThatItem()
    {
        const string Text = "Pasos:\n- Abra. Espere.\n- Cierre. Guarde.";

        var unit = PassageUnits.Split(Text).Should().ContainSingle().Which;

        unit.Parts.Select(part => Text[part]).Should().Equal("Pasos:", "- Abra. Espere.", "- Cierre. Guarde.");
    }

    [Fact]
    public void Split_Sentence_IsNoList() => PassageUnits.Split("Uno.").Should().ContainSingle().Which.IsList.Should().BeFalse();

    [Property(MaxTest = 500)]
    public FsCheck.Property Split_AnyPassage_QuotesNoHeadingAndEverythingElseOnce()
    {
        var passages = Generators.TextOf("\n", "\n- ", "\n## ", "Uno. ", "Los pasos son:", "sigue ", "¿Qué? ", "\n").Select(text => text.Trim());
        return Prop.ForAll(passages.ToArbitrary(), text =>
        {
            var units = PassageUnits.Split(text);
            var quoted = units.SelectMany(unit => text[unit.Span].Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0);
            var wanted = text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !PassageText.IsHeading(line));

            quoted.Should().NotContain(line => PassageText.IsHeading(line));
            string.Concat(quoted).Replace(" ", "").Should().Be(string.Concat(wanted).Replace(" ", ""));
            units.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(unit => unit.Span.Start.Value);
        });
    }
}
