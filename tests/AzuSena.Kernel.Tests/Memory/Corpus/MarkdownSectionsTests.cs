namespace AzuSena.Memory.Corpus;

public sealed class MarkdownSectionsTests
{
    [Fact]
    public void Read_Headings_BecomeThePath()
    {
        var sections = MarkdownSections.Read(
            "# Guía\n\nCero.\n\n## Uno\n\nA.\n\n### Hondo\n\nB.\n\n## Dos\n\nC.\n\n#### Muy hondo\n\nD.\n\n# Otra\n\nE.\n", "Guía");

        sections.Should().BeEquivalentTo(
            [
                new Section([], ["Cero."]),
                new Section(["Uno"], ["A."]),
                new Section(["Uno", "Hondo"], ["B."]),
                new Section(["Dos"], ["C."]),
                new Section(["Dos", "Muy hondo"], ["D."]),
                new Section(["Otra"], ["E."]),
            ],
            options => options.WithStrictOrdering());
    }

    [Theory]
    [InlineData("guía", new string[0])]
    [InlineData("Otro título", new[] { "Guía" })]
    [InlineData(null, new[] { "Guía" })]
    public void Read_FirstHeadingLikeTheTitle_IsNotRepeated(string? title, string[] path) =>
        MarkdownSections.Read("# Guía\n\nTexto.", title).Should().ContainSingle().Which.HeadingPath.Should().Equal(path);

    [Fact]
    public void Read_InnerHeadingLikeTheTitle_IsKept() =>
        MarkdownSections.Read("# Guía\n\n## Guía\n\nTexto.", "Guía").Should().ContainSingle().Which.HeadingPath.Should().Equal("Guía");

    [Fact]
    public void Read_HeadingWithoutText_GivesNoSection() =>
        MarkdownSections.Read("## Vacío\n\n## Lleno\n\nTexto.", null).Should().ContainSingle().Which.HeadingPath.Should().Equal("Lleno");

    [Theory]
    [InlineData("Un *énfasis*, **fuerte** y ***ambos***.", "Un énfasis, fuerte y ambos.")]
    [InlineData("El [portal](https://betowa.sena.edu.co \"x\") y ![una foto](a.png).", "El portal y una foto.")]
    [InlineData("Un [enlace][1] con *énfasis*.\n\n[1]: https://x.co", "Un enlace con énfasis.")]
    [InlineData("En <https://sena.edu.co> y <a@sena.edu.co>.", "En https://sena.edu.co y a@sena.edu.co.")]
    [InlineData("A &amp; B &lt;c&gt; &#243; &nbsp; fin", "A & B <c> ó fin")]
    [InlineData("El código `a  b` va.", "El código a b va.")]
    [InlineData("Texto <b>con</b> HTML<br/> <!-- nota -->dentro.", "Texto con HTML dentro.")]
    [InlineData("<div class=\"x\">\nfuera\n</div>\n\nQueda.", "fuera|Queda.")]
    [InlineData("<!-- nota -->\n\nQueda.", "Queda.")]
    [InlineData("Una línea\nque   sigue  \ny otra\\\nmás.", "Una línea que sigue y otra más.")]
    [InlineData("\\*sin énfasis\\* y \\# sin título", "*sin énfasis* y # sin título")]
    [InlineData("Uno.\n\n---\n\nDos.", "Uno.|Dos.")]
    [InlineData("> Una cita.\n>\n> Sigue.", "Una cita.|Sigue.")]
    [InlineData("```sh\n./azusena index\n\n  # nota\n```", "./azusena index|# nota")]
    [InlineData("    ./azusena ask", "./azusena ask")]
    [InlineData("Así:\n\n- Uno\n- Dos **fuerte**\n", "Así:|- Uno|- Dos fuerte")]
    [InlineData("1. Uno\n2. Dos\n", "1. Uno|2. Dos")]
    [InlineData("Va ~~30~~ 45 y <del>30</del> 60.", "Va 45 y 60.")]
    [InlineData("- Uno\n\n  Sigue.\n\n  - Hondo\n- Dos\n", "- Uno|Sigue.|- Hondo|- Dos")]
    [InlineData("- Un punto\n  en dos líneas\n", "- Un punto en dos líneas")]
    public void Read_Markdown_IsPlainLines(string markdown, string lines) =>
        string.Join('|', MarkdownSections.Read(markdown, null).SelectMany(section => section.Lines)).Should().Be(lines);

    [Theory]
    [InlineData("# Uno\n\n# Dos", "Uno")]
    [InlineData("Texto\n\n## No\n\n# El *título* `x`", "El título x")]
    [InlineData("Uno\n===", "Uno")]
    [InlineData("#\n\n# Dos", "Dos")]
    [InlineData("## No", null)]
    [InlineData("", null)]
    public void FirstHeading_Markdown_IsTheFirstOfLevelOne(string markdown, string? heading) => MarkdownSections.FirstHeading(markdown).Should().Be(heading);
}
