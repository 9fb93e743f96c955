using AzuSena.Memory.Corpus.Lint;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Tests.Memory.Corpus.Lint;

public sealed class CorpusLintTests : IDisposable
{
    private const string Paragraph =
        "El aprendiz debe presentar su documento de identidad en la secretaría del centro antes de la fecha que fija la convocatoria de cada año";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task RunAsync_GoodDocument_HasNothingToSay()
    {
        Good("a.md", Paragraph);

        (await RunAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task RunAsync_Duplicates_AreFoundExactAndNear()
    {
        Good("a.md", Paragraph + ".");
        Good("b.md", Paragraph.ToUpperInvariant());
        Good("c.md", Paragraph + " lectivo.");

        var findings = await RunAsync();

        findings.Should().ContainSingle(finding => finding.Rule == "duplicate").Which.Message.Should().Be("El mismo texto está también en: b.md.");
        findings.Should().ContainSingle(finding => finding.Rule == "near_duplicate").Which.Message.Should().EndWith("con: c.md.");
    }

    [Fact]
    public async Task RunAsync_TableOfLaws_TellsEachFlaw()
    {
        _folder.Write("normas.csv", $"""
            fuente,articulo,texto_del_articulo,resumen_explicativo
            ley 5 de 2001,1,uno,
            ley 5 de 2001,2,dos,
            ley 5 de 2001,2,otro dos,
            ley 5 de 2010,1,uno bis,
            ley{'\u00A0'}6 de 2002,0,sin número,
            ley 6 de 2002,3,,solo resumen
            ley 6 de 2002,4,{string.Join(' ', Enumerable.Repeat("largo", 1100))},
            ley 6 de 2002,5,cinco,resumen,corrido
            """);

        var findings = await RunAsync();

        findings.Select(finding => (finding.Rule, finding.Severity)).Should().BeEquivalentTo(
        [
            ("article_empty", LintSeverity.Error),
            ("law_two_years", LintSeverity.Error),
            ("article_repeated", LintSeverity.Warning),
            ("article_zero", LintSeverity.Warning),
            ("cells_beyond_header", LintSeverity.Warning),
            ("passage_long", LintSeverity.Warning),
            ("odd_spaces", LintSeverity.Info),
        ]);
        findings.Select(finding => finding.Severity).Should().BeInDescendingOrder();
        findings.Single(finding => finding.Rule == "law_two_years").Message.Should().Contain("ley 5 de 2001 (3 artículos); ley 5 de 2010 (1 artículos)");
    }

    [Theory]
    [InlineData("---\ntitulo: A\n---\n", "front_matter_missing")]
    [InlineData("---\ntitulo: A\nfuente: SENA\nfecha: 2020-01-31\n---\n", "date_stale")]
    [InlineData("---\ntitulo: A\nfuente: SENA\nfecha: 2030-01-31\n---\n", "date_future")]
    public async Task RunAsync_FrontMatter_IsLookedAt(string head, string rule)
    {
        _folder.Write("a.md", head + "Texto.");

        (await RunAsync()).Should().ContainSingle().Which.Rule.Should().Be(rule);
    }

    [Fact]
    public async Task RunAsync_QuestionsThatBelongNowhere_AreWarnings()
    {
        Good("a.md", $"## Documento\n\n{Paragraph}.");
        _folder.Write("a.md.preguntas.yaml", "Documento: ¿Qué llevo?\nPlazo: ¿Hasta cuándo?");
        _folder.Write("b.pdf.preguntas.yaml", "Plazo: ¿Hasta cuándo?");

        (await RunAsync()).Select(finding => (finding.Rule, finding.Severity, finding.Path, finding.Place, finding.Message)).Should().Equal(
            ("questions", LintSeverity.Warning, "a.md.preguntas.yaml", "línea 2", "El documento no tiene ninguna sección «Plazo»; "
                + "sus preguntas se pasaron por alto. Copia el título de la sección como está en el documento."),
            ("questions", LintSeverity.Warning, "b.pdf.preguntas.yaml", "línea 1", "Estas preguntas no tienen documento: falta «b.pdf» a su lado."));
    }

    [Fact]
    public async Task RunAsync_DamagedTextAndFiles_AreErrors()
    {
        Good("a.md", "La inscripciÃ³n no cuesta.");
        _folder.Write("b.pdf", "esto no es un PDF");

        (await RunAsync()).Select(finding => (finding.Rule, finding.Path, finding.Severity)).Should().BeEquivalentTo(
            [("encoding_broken", "a.md", LintSeverity.Error), ("unreadable", "b.pdf", LintSeverity.Error)]);
    }

    public void Dispose() => _folder.Dispose();

    private void Good(string path, string text) => _folder.Write(path, $"---\ntitulo: {path}\nfuente: SENA\nfecha: 2025-06-25\n---\n{text}");

    private async Task<List<LintFinding>> RunAsync()
    {
        var today = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var product = new TestProduct(_folder.Path, services => services.AddSingleton<TimeProvider>(today));
        return await product.Get<CorpusLint>().RunAsync(CancellationToken.None);
    }
}
