namespace AzuSena.Plugins.Sena;

public sealed class SenaPluginTests
{
    private readonly SenaPlugin _plugin = OnAFixedDay.Sena();

    [Theory]
    [InlineData("Antioquia", "Antioquia")]
    [InlineData("medellin", "Antioquia")]
    [InlineData("Medellín, Antioquia", "Antioquia")]
    [InlineData("departamento del Cauca", "Cauca")]
    [InlineData("Cali, Valle del Cauca", "Valle del Cauca")]
    [InlineData("Valle", "Valle del Cauca")]
    [InlineData("Guajira", "La Guajira")]
    [InlineData("Santander", "Santander")]
    [InlineData("NORTE DE SANTANDER", "Norte de Santander")]
    [InlineData("San Andrés", "San Andrés, Providencia y Santa Catalina")]
    [InlineData("San José del Guaviare", "Guaviare")]
    [InlineData("Bogotá D.C.", "Distrito Capital")]
    [InlineData("Cundinamarca", "Cundinamarca")]
    public void FindRegional_PlaceAsPeopleNameIt_IsOneRegional(string place, string regional) =>
        _plugin.FindRegional(place).Should().Contain($"la regional {regional} del SENA").And.NotContain("\n");

    [Theory]
    [InlineData("Macondo")]
    [InlineData("")]
    [InlineData("de")]
    [InlineData("\ud800")]
    [InlineData("😀")]
    public void FindRegional_UnknownPlace_SaysWhatToAskWith(string place) =>
        _plugin.FindRegional(place).Should().Contain($"«{place}»").And.Contain("departamento");

    [Fact]
    public void Lists_Always_AreThere()
    {
        _plugin.ListTrainingLevels().Should().HaveCount(5);
        _plugin.ListModalities().Should().HaveCount(3);
        _plugin.ListRegionales().Should().HaveCount(33).And.OnlyHaveUniqueItems();
        _plugin.ListServices().Should().NotBeEmpty();
        _plugin.ListPortals().Should().NotBeEmpty();
    }
}
