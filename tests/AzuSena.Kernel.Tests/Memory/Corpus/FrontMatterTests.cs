using AzuSena.Support;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AzuSena.Memory.Corpus;

public sealed class FrontMatterTests
{
    [Fact]
    public void Read_EveryKey_IsRead()
    {
        var head = FrontMatter.Read(
            "---\ntitulo: Contrato de aprendizaje\nfuente: \"Ley 2466 (https://x.co)\"\nfecha: 2025-06-25\ntemas: [contrato, ' empresas ']\nvigencia: Desde " +
                "2025\n---\nEl texto.\n");

        head.FrontMatter.Should().BeEquivalentTo(new FrontMatter(
            "Contrato de aprendizaje", "Ley 2466 (https://x.co)", new DateOnly(2025, 6, 25), ["contrato", "empresas"], "Desde 2025"));
        head.Body.Should().Be("El texto.\n");
        head.BodyLine.Should().Be(8);
        head.Notes.Should().BeEmpty();
    }

    [Fact]
    public void Read_OnlyTitle_LeavesTheRestEmpty()
    {
        var head = FrontMatter.Read("---\ntitulo: Uno\nfuente:\nfecha: ''\n---");

        head.FrontMatter.Should().BeEquivalentTo(new FrontMatter("Uno", null, null, [], null));
        head.Body.Should().BeEmpty();
        head.BodyLine.Should().Be(6);
        head.Notes.Should().BeEmpty();
    }

    [Theory]
    [InlineData("--- \ntitulo: Uno\n---\nTexto\n")]
    [InlineData("\n---\ntitulo: Uno\n---\nTexto\n")]
    [InlineData("---\ntitulo: Uno\n---  \nTexto\n")]
    [InlineData("---\n\ntitulo: Uno\n\n---\nTexto\n")]
    public void Read_SpacesAroundTheRules_AreNoMatter(string text)
    {
        var head = FrontMatter.Read(text);

        head.FrontMatter!.Title.Should().Be("Uno");
        head.Body.Trim().Should().Be("Texto");
        head.Notes.Should().BeEmpty();
    }

    [Theory]
    [InlineData("titulo: Etapa productiva: guía", "Etapa productiva: guía")]
    [InlineData("titulo: Ley 1: \"nueva\" \\ otra", "Ley 1: \"nueva\" \\ otra")]
    [InlineData("titulo: \"Etapa: guía\"", "Etapa: guía")]
    public void Read_TitleWithAColon_NeedsNoQuotes(string yaml, string title)
    {
        var head = FrontMatter.Read($"---\n{yaml}\nfuente: SENA\n---\n");

        head.FrontMatter!.Title.Should().Be(title);
        head.FrontMatter.Source.Should().Be("SENA");
        head.Notes.Should().BeEmpty();
    }

    [Fact]
    public void Read_BlockList_IsAList() =>
        FrontMatter.Read("---\ntitulo: Uno\ntemas:\n  - a\n  - b\n---\n").FrontMatter!.Topics.Should().Equal("a", "b");

    [Theory]
    [InlineData("title: Uno\nsource: Ley 1\ndate: 2025-06-25T10:00:00Z\ntags: [a, b]")]
    [InlineData("title: Uno\nsource: Ley 1\ndate: 2025-06-25 10:00\ntags: a, b")]
    [InlineData("title: Otro\ntitulo: Uno\nfuente: Ley 1\nsource: Ley 2\nfecha: 2025-06-25\ndate: 2020-01-01\ntemas: a, b\ntags: [c]")]
    public void Read_EnglishKeys_StandForTheSpanishOnesThatAreMissing(string yaml)
    {
        var head = FrontMatter.Read($"---\n{yaml}\n---\nTexto\n");

        head.FrontMatter.Should().BeEquivalentTo(new FrontMatter("Uno", "Ley 1", new DateOnly(2025, 6, 25), ["a", "b"], null));
        head.Notes.Should().BeEmpty();
    }

    [Theory]
    [InlineData("# Sin encabezado\n")]
    [InlineData("")]
    [InlineData("---\n\nUn texto tras una línea.\n\n---\n\nOtro.\n")]
    [InlineData("----\ntitulo: Uno\n---\n")]
    public void Read_NoFrontMatter_IsAllBody(string text)
    {
        var head = FrontMatter.Read(text);

        head.FrontMatter.Should().BeNull();
        head.Body.Should().Be(text);
        head.BodyLine.Should().Be(1);
        head.Notes.Should().BeEmpty();
    }

    [Theory]
    [InlineData("titulo: Uno\nautor: Ana", 3, "*clave desconocida*«autor»*titulo, fuente, fecha, temas, vigencia y preguntas*")]
    [InlineData("titulo: Uno\nautor: [Ana, Luz]", 3, "*clave desconocida*«autor»*")]
    [InlineData("titulo: Uno\nautor:\n  nombre: Ana\n  otros: {a: [b, {c: d}]}\nfuente: x", 3, "*clave desconocida*«autor»*")]
    [InlineData("titulo: Uno\nfuente: a\ntitulo: Dos", 4, "*repite la clave «titulo»*")]
    [InlineData("titulo: Uno\ntemas: [a]\ntemas: [b]", 4, "*repite la clave «temas»*")]
    [InlineData("titulo: Uno\nfecha:\n  - 2025-01-01", 3, "La clave «fecha» debe ser un texto*")]
    [InlineData("titulo: Uno\ntemas: {a: b}", 3, "La clave «temas» debe ser una lista*")]
    [InlineData("titulo: Uno\ntemas: [a, [b]]", 3, "La clave «temas» debe ser una lista*")]
    [InlineData("titulo: Uno\n\nfecha: 2025-02-30", 4, "La fecha «2025-02-30» no existe o no tiene la forma AAAA-MM-DD.")]
    [InlineData("titulo: Uno\npreguntas: [¿Sí?]", 3, "La clave «preguntas» debe decir*")]
    [InlineData("titulo: Uno\npreguntas:\n  Edad:\n    a: {b: c}", 4, "Lo que sigue a «Edad» debe ser una lista de preguntas*")]
    [InlineData("titulo: Uno\npreguntas: {Edad: ¿Sí?}\npreguntas: {Edad: ¿No?}", 4, "*repite la clave «preguntas»*")]
    [InlineData("titulo: Uno\nfecha: 25/06/2025", 3, "La fecha «25/06/2025»*")]
    [InlineData("titulo: Uno\nfecha: 2025-6-5", 3, "La fecha «2025-6-5»*")]
    [InlineData("titulo: Uno\nfuente: 'abierta", 3, "*no es YAML válido*")]
    [InlineData("titulo: Uno\nfuente: *ancla", 3, "La clave «fuente» debe ser un texto*")]
    [InlineData("titulo: Uno\n? [a, b]\n: c", 3, "*no es YAML válido*")]
    [InlineData("titulo: Uno\n...\nfuente: a", 4, "*no es YAML válido*")]
    public void Read_WrongEntry_IsPassedByWithANoteOfItsLine(string yaml, int line, string message)
    {
        var head = FrontMatter.Read($"---\n{yaml}\n---\nTexto\n");

        head.FrontMatter!.Title.Should().Be("Uno");
        head.Body.Should().Be("Texto\n");
        head.Notes.Should().ContainSingle().Which.Text.Should().Match(message);
        head.Notes[0].Line.Should().Be(line);
    }

    [Theory]
    [InlineData("fuente: a")]
    [InlineData("titulo: '  '")]
    [InlineData("titulo: [Uno]")]
    [InlineData("- titulo")]
    [InlineData("solo texto")]
    [InlineData("")]
    [InlineData("\n")]
    public void Read_NoTitle_IsReadWithANoteOfTheHead(string yaml)
    {
        var head = FrontMatter.Read($"---\n{yaml}\n---\nTexto\n");

        head.FrontMatter!.Title.Should().BeNull();
        head.Body.Should().Be("Texto\n");
        head.Notes.Should().Contain(note => note.Text.Contains("le falta la clave «titulo»")).And.OnlyContain(note => note.Line >= 2 && note.Line <= 4);
    }

    [Fact]
    public void Read_BillionLaughs_GrowsToNothing()
    {
        var bomb = string.Concat(Enumerable.Range(1, 60).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));

        var head = FrontMatter.Read($"---\ntitulo: Uno\na0: &a0 [ja]\n{bomb}---\nTexto\n");

        head.FrontMatter!.Title.Should().Be("Uno");
        head.Notes.Should().HaveCount(61);
    }

    [Fact]
    public void Read_DeepNesting_IsWalkedOver() =>
        FrontMatter.Read($"---\ntitulo: Uno\nx: {new string('[', 7_000)}{new string(']', 7_000)}\nfuente: a\n---\n").FrontMatter!.Title.Should().Be("Uno");

    [Theory]
    [InlineData("---\ntitulo: Uno\n")]
    [InlineData("---\ntitulo: Uno\n---- \nTexto\n")]
    [InlineData("---\n")]
    public void Read_Unclosed_IsTextWithANoteOfTheFirstLine(string text)
    {
        var head = FrontMatter.Read(text);

        head.FrontMatter.Should().BeNull();
        head.Body.Should().Be(text);
        head.Notes.Should().ContainSingle().Which.Text.Should().Contain("no se cierra");
        head.Notes[0].Line.Should().Be(1);
    }

    [Fact]
    public void Read_EndlessFrontMatter_IsUnclosed() =>
        FrontMatter.Read($"---\ntitulo: {new string('a', 20_000)}\n---\n").Notes.Should().ContainSingle().Which.Text.Should().Contain("no se cierra");

    [Property(MaxTest = 2000)]
    public Property Read_AnyYaml_IsRead()
    {
        var yaml = Generators.TextOf(
            "titulo", "titulo: ", "preguntas: ", "preguntas:\n  ", "fuente: ",
                "fecha: ", "temas: ", "\n", "\n", " ", "  ", ":", "- ", "[", "]", "{", "}", ",", "'", "\"", "&a ", "*a", "!!str ",
                "!", "|", ">",
            "#", "%YAML 1.2", "?", "@", "`", "\t", "\\", "\\x", "...", "---", "~", "\u0085", "\uFEFF", "\u0001", "😀", "ñ", "2025-01-01", "<<", "=");
        return Prop.ForAll(yaml.ToArbitrary(), text => Reads($"---\n{text.ReplaceLineEndings("\n")}\n---\n"));
    }

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 1000)]
    public bool Read_AnyText_IsRead(HostileText text) => Reads($"---\n{text.Value.ReplaceLineEndings("\n")}\n---\n");

    private static bool Reads(string text) => FrontMatter.Read(text).Notes.All(note => note.Line >= 1 && note.Line <= text.Split('\n').Length);
}
