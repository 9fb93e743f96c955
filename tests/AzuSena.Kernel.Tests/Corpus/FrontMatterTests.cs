using AzuSena.Support;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AzuSena.Corpus;

public sealed class FrontMatterTests
{
    [Fact]
    public void Read_EveryKey_IsRead()
    {
        var (frontMatter, body) = FrontMatter.Read(
            "---\ntitulo: Contrato de aprendizaje\nfuente: \"Ley 2466 (https://x.co)\"\nfecha: 2025-06-25\ntemas: [contrato, ' empresas ']\nvigencia: Desde 2025\n---\nEl texto.\n",
            out var bodyLine);

        frontMatter.Should().BeEquivalentTo(new FrontMatter(
            "Contrato de aprendizaje", "Ley 2466 (https://x.co)", new DateOnly(2025, 6, 25), ["contrato", "empresas"], "Desde 2025"));
        body.Should().Be("El texto.\n");
        bodyLine.Should().Be(8);
    }

    [Fact]
    public void Read_OnlyTitle_LeavesTheRestEmpty()
    {
        var (frontMatter, body) = FrontMatter.Read("---\ntitulo: Uno\nfuente:\nfecha: ''\n---", out var bodyLine);

        frontMatter.Should().BeEquivalentTo(new FrontMatter("Uno", null, null, [], null));
        body.Should().BeEmpty();
        bodyLine.Should().Be(6);
    }

    [Fact]
    public void Read_BlockList_IsAList() =>
        FrontMatter.Read("---\ntitulo: Uno\ntemas:\n  - a\n  - b\n---\n", out _).FrontMatter!.Topics.Should().Equal("a", "b");

    [Theory]
    [InlineData("# Sin encabezado\n")]
    [InlineData("")]
    [InlineData("--- \ntitulo: Uno\n---\n")]
    [InlineData("\n---\ntitulo: Uno\n---\n")]
    [InlineData("----\ntitulo: Uno\n---\n")]
    public void Read_NoFrontMatter_IsAllBody(string text)
    {
        var (frontMatter, body) = FrontMatter.Read(text, out var bodyLine);

        frontMatter.Should().BeNull();
        body.Should().Be(text);
        bodyLine.Should().Be(1);
    }

    [Theory]
    [InlineData("titulo: Uno\nautor: Ana", 3, "El encabezado tiene una clave desconocida: «autor»*titulo, fuente, fecha, temas y vigencia*")]
    [InlineData("Titulo: Uno", 2, "*clave desconocida: «Titulo»*")]
    [InlineData("titulo: Uno\nfuente: a\ntitulo: Dos", 4, "El encabezado repite la clave «titulo».")]
    [InlineData("titulo: Uno\ntemas: [a]\ntemas: [b]", 4, "El encabezado repite la clave «temas».")]
    [InlineData("titulo: [Uno]", 2, "La clave «titulo» debe ser un texto.")]
    [InlineData("titulo: Uno\nfecha:\n  - 2025-01-01", 3, "La clave «fecha» debe ser un texto.")]
    [InlineData("titulo: Uno\ntemas: contrato", 3, "La clave «temas» debe ser una lista*")]
    [InlineData("titulo: Uno\ntemas:", 3, "La clave «temas» debe ser una lista*")]
    [InlineData("titulo: Uno\n\nfecha: 2025-02-30", 4, "La fecha «2025-02-30» no existe o no tiene la forma AAAA-MM-DD.")]
    [InlineData("titulo: Uno\nfecha: 25/06/2025", 3, "La fecha «25/06/2025»*")]
    [InlineData("titulo: Uno\nfecha: 2025-6-5", 3, "La fecha «2025-6-5»*")]
    [InlineData("fuente: a", 2, "Al encabezado le falta la clave «titulo».")]
    [InlineData("titulo: '  '", 2, "Al encabezado le falta la clave «titulo».")]
    public void Read_WrongEntry_NamesLineAndReason(string yaml, int line, string message)
    {
        var error = Reading($"---\n{yaml}\n---\nTexto\n").Should().Throw<DocumentException>().WithMessage(message).Which;

        error.Line.Should().Be(line);
    }

    [Theory]
    [InlineData("titulo: Uno\nfuente: 'abierta", 3)]
    [InlineData("titulo: {a: b}", 2)]
    [InlineData("titulo: Uno\ntemas: [a, [b]]", 3)]
    [InlineData("titulo: Uno\ntemas: [{a: b}]", 3)]
    [InlineData("titulo: Uno\nfuente: *ancla", 3)]
    [InlineData("titulo: &ancla Uno", 2)]
    [InlineData("titulo: Uno\nfuente: !!str a", 3)]
    [InlineData("titulo: Uno\ntemas: &ancla [a]", 3)]
    [InlineData("titulo: Uno\ntemas: !!seq [a]", 3)]
    [InlineData("titulo: Uno\ntemas: [&ancla a, *ancla]", 3)]
    [InlineData("titulo: Uno\n<<: *ancla", 3)]
    [InlineData("&ancla titulo: Uno", 2)]
    [InlineData("!mapa {titulo: Uno}", 2)]
    [InlineData("- titulo", 2)]
    [InlineData("solo texto", 2)]
    [InlineData("titulo: Uno\n...\nfuente: a", 4)]
    [InlineData("titulo: Uno\n\tfuente: a", 2)]
    public void Read_MoreThanKeysTextsAndLists_IsInvalid(string yaml, int line)
    {
        var error = Reading($"---\n{yaml}\n---\nTexto\n").Should().Throw<DocumentException>()
            .Where(exception => exception.Message.StartsWith("El encabezado") || exception.Message.StartsWith("La clave")).Which;

        error.Line.Should().Be(line);
    }

    [Theory]
    [InlineData("---\ntitulo: Uno\n")]
    [InlineData("---\ntitulo: Uno\n--- \nTexto\n")]
    [InlineData("---\n")]
    public void Read_Unclosed_IsAnErrorOfTheFirstLine(string text) =>
        Reading(text).Should().Throw<DocumentException>().WithMessage("*no se cierra*").Which.Line.Should().Be(1);

    [Theory]
    [InlineData("---\n---\n")]
    [InlineData("---\n---")]
    [InlineData("---\n\n---\nTexto")]
    public void Read_EmptyFrontMatter_IsAnErrorOfTheHead(string text) =>
        Reading(text).Should().Throw<DocumentException>().Which.Line.Should().BeInRange(1, 3);

    [Fact]
    public void Read_EndlessFrontMatter_IsUnclosed() =>
        Reading($"---\ntitulo: {new string('a', 20_000)}\n---\n").Should().Throw<DocumentException>().WithMessage("*no se cierra*");

    [Property(MaxTest = 2000)]
    public Property Read_AnyYaml_GivesFrontMatterOrDocumentException()
    {
        var yaml = Generators.TextOf(
            "titulo", "titulo: ", "fuente: ", "fecha: ", "temas: ", "\n", "\n", " ", "  ", ":", "- ", "[", "]", "{", "}", ",", "'", "\"", "&a ", "*a", "!!str ", "!", "|", ">",
            "#", "%YAML 1.2", "?", "@", "`", "\t", "\\", "\\x", "...", "---", "~", "\u0085", "\uFEFF", "\u0001", "😀", "ñ", "2025-01-01", "<<", "=");
        return Prop.ForAll(yaml.ToArbitrary(), text => ReadsOrRefuses($"---\n{text.ReplaceLineEndings("\n")}\n---\n"));
    }

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 1000)]
    public bool Read_AnyText_GivesFrontMatterOrDocumentException(HostileText text) => ReadsOrRefuses($"---\n{text.Value.ReplaceLineEndings("\n")}\n---\n");

    private static Action Reading(string text) => () => FrontMatter.Read(text, out _);

    private static bool ReadsOrRefuses(string text)
    {
        try
        {
            return FrontMatter.Read(text, out _).FrontMatter is { Title.Length: > 0 };
        }
        catch (DocumentException exception)
        {
            return exception.Line >= 1 && exception.Line <= text.Split('\n').Length;
        }
    }
}
