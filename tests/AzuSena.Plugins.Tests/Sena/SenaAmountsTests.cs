namespace AzuSena.Plugins.Sena;

public sealed class SenaAmountsTests : IDisposable
{
    private readonly Testing.TemporaryFolder _corpus = new();

    [Theory]
    [InlineData(14, 0)]
    [InlineData(15, 1)]
    [InlineData(29, 1)]
    [InlineData(30, 2)]
    [InlineData(40, 2)]
    [InlineData(72, 4)]
    [InlineData(1000, 50)]
    public void Of_Workers_IsTheQuotaOfTheLaw(int workers, int apprentices) => ApprenticeQuota.Of(workers).Should().Be(apprentices);

    [Theory]
    [InlineData("lectiva", 2026, "$1.313.179")]
    [InlineData("productiva", 2026, "$1.750.905")]
    [InlineData("lectiva", 2024, "$650.000")]
    [InlineData("productiva", 2023, "No lo sé con certeza")]
    [InlineData("lectiva", 2019, "No tengo el salario mínimo de 2019")]
    public void Sustenance_StageAndYear_IsCalculatedOrUnknown(string stage, int year, string said) =>
        OnAFixedDay.Sena().Sustenance(stage, year).Should().Contain(said);

    [Theory]
    [InlineData(1, 2026, "$2.626.358")]
    [InlineData(4, 2026, "$10.505.430")]
    [InlineData(1, 2025, "Rige desde el 25 de junio de 2025")]
    [InlineData(1, 2020, "No tengo el valor de la monetización en 2020")]
    public void Monetization_ApprenticesAndYear_IsCalculatedOrUnknown(int apprentices, int year, string said) =>
        OnAFixedDay.Sena().Monetization(apprentices, year).Should().Contain(said);

    [Fact]
    public void MinimumWage_FileOfTheCorpus_IsReadInsteadAndAgainWhenItChanges()
    {
        var sena = OnAFixedDay.Sena(_corpus.Path);
        sena.MinimumWage(2026).Should().Contain("$1.750.905", "a corpus without the file has the demonstration's");

        _corpus.Write("datos/constantes.json", """
            { "minimum_wage": [ { "year": 2027, "value": 5, "source": "Decreto 1 de 2026", "date": "2026-12-30" } ], "transport_allowance": [] }
            """);

        sena.MinimumWage(2027).Should().Be("El salario mínimo mensual de 2027 en Colombia es de $5 (Decreto 1 de 2026).");
        sena.MinimumWage(2026).Should().StartWith("No tengo el salario mínimo de 2026");
    }

    [Fact]
    public void MinimumWage_NoYear_IsOfThisYear() => OnAFixedDay.Sena().MinimumWage().Should().Contain("de 2026").And.Contain("Decreto 1469 de 2025");

    public void Dispose() => _corpus.Dispose();
}
