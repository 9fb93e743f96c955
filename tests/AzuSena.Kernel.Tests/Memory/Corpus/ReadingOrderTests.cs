using AzuSena.Memory.Corpus;
using AzuSena.Testing;
using Xunit.Abstractions;

namespace AzuSena.Tests.Memory.Corpus;

/// <summary>What is read of official PDFs, beside <c>pdftotext</c>, which reads their words in another way.</summary>
[Trait("Category", "Slow")]
public sealed class ReadingOrderTests(ITestOutputHelper output)
{
    private const double Enough = 0.97;
    private const string WithTables = "pe-ds-003-2008-minam-eca-aire.pdf";

    private static readonly string[] Running =
    [
        "co-codigo-penal.pdf",
        "co-codigo-transito.pdf",
        "pe-ds-009-2015-minam-calidad-aire-diesel-eu.pdf",
        "pe-ds-012-2018-minam-calidad-aire-emisiones.pdf",
        "pe-ley-28611-2005-congreso-ley-general-ambi.pdf",
        "pe-ord-reg-005-2018-gore-puno-fiscalizacion.pdf",
    ];

    [PdfToTextFact]
    public async Task Read_OfficialPdf_HasItsWordsInOrder()
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var name in Running)
        {
            shares[name] = Share(await PlainTextAsync(name), TextOf(name), name);
        }

        shares.Should().OnlyContain(file => file.Value >= Enough);
    }

    // pdftotext reads the cells of a table column by column, so its tables are compared with the page.
    [PdfToTextFact]
    public async Task Read_PdfWithTables_HasItsWordsInOrderAndItsTablesByRows()
    {
        var (expected, actual) = (await PlainTextAsync(WithTables), TextOf(WithTables));

        Share(expected[..expected.IndexOf("TABLA 1", StringComparison.Ordinal)], actual, WithTables).Should().BeGreaterThanOrEqualTo(Enough);
        WordTriples.ShareOfWords(expected, actual).Should().BeGreaterThanOrEqualTo(Enough, "no cell of its tables is lost");
        actual.Split('\n').Where(line => line.StartsWith("- Parámetro: ", StringComparison.Ordinal)).Should().SatisfyRespectively(
            row => row.Should().Match("*Dióxido de azufre (S02); Periodo: 24 horas; Valor JJ9/ m3: 80; Vigencia: 1 de enero de 2009; *aritmética; *UV*"),
            row => row.Should().Match("*Dióxido de azufre (S02); Periodo: 24 horas; Valor JJ9/ m3: 20; Vigencia: 1 de enero del 2014; *aritmética; *UV*"),
            row => row.Should().Match("*Benceno*; Periodo: Anual; Valor: 4 *; Vigencia: 1 de enero de 2010; *aritmética; *: Cromatografla de gases"),
            row => row.Should().Match("*Benceno*; Periodo: Anual; Valor: 2 *; Vigencia: 1 de enero de 2014; *aritmética; *: Cromatografla de gases"),
            row => row.Should().Match("*Hexano; Periodo: 24 horas; Valor: *100 mg/m; Vigencia: 1 de enero de 2010; *: Ionización de la llama de hidrógeno"),
            row => row.Should().Match("*micras (PM2,5); Periodo: 24 horas; Valor: 50 *; Vigencia: 1 de enero de 2010; *: Separación inercial filtración*"),
            row => row.Should().Match("*micras (PM2,5); Periodo: 24 horas; Valor: 25 *; Vigencia: 1 de enero de 2014; *: Separación inercial filtración*"),
            row => row.Should().Match("*(H2S); Periodo: 24 horas; Valor: 150 *; Vigencia: 1 de enero de 2009; *: Fluorescencia UV (método automático)"));
    }

    private double Share(string expected, string actual, string name)
    {
        var share = WordTriples.Share(expected, actual);
        output.WriteLine($"{name}: triples {share:0.0000}, words {WordTriples.ShareOfWords(expected, actual):0.0000}");
        return share;
    }

    private static string TextOf(string name)
    {
        var file = Repository.SharedData($"real-docs/{name}")!;
        return string.Join('\n', Chunker.Cut(DocumentReader.Read(name, File.ReadAllBytes(file))).Select(passage => passage.Text));
    }

    private static async Task<string> PlainTextAsync(string name) =>
        (await ProcessRun.OfAsync("pdftotext", [Repository.SharedData($"real-docs/{name}")!, "-"])).Output;
}
