using System.Text.RegularExpressions;
using AzuSena.Testing;

namespace AzuSena.Plugins.Sena;

/// <summary>Nothing is said that the corpus does not say.</summary>
public sealed partial class SenaFactsTests
{
    private static readonly SenaFacts Facts = SenaFacts.Read();

    public static IEnumerable<object[]> Items => Facts.TrainingLevels
        .SelectMany(level => level.Facts.Append(level.Block).Select(fact => new[] { level.Source, level.Name, fact }))
        .Concat(Facts.Modalities.Concat(Facts.Services).Concat(Facts.Portals)
            .SelectMany(item => item.Facts.Select(fact => new[] { item.Source, item.Name, fact })))
        .Concat(Facts.Regionales.Select(regional => new[] { regional.Source, regional.Name, regional.Capital ?? regional.Name }));

    [Theory]
    [MemberData(nameof(Items))]
    public void Fact_Always_StandsInItsDocument(string source, string name, string fact)
    {
        var text = Text(source);

        text.Should().Contain(fact);
        text.ToUpperInvariant().Should().Contain(name.ToUpperInvariant());
    }

    [Fact]
    public void Regionales_Always_AreThose33ThatTheDocumentLists()
    {
        Facts.Regionales.Should().HaveCount(33);
        foreach (var regional in Facts.Regionales.Where(regional => regional.Capital is not null && regional.Name != "Distrito Capital"))
        {
            Text(regional.Source).Should().Contain($"La regional de {regional.Name} cubre ese departamento, cuya capital es {regional.Capital}.");
        }

        RegionalLine().Count(File.ReadAllText(Path.Combine(Repository.Corpus, Facts.Regionales[0].Source))).Should().Be(33);
        Text("entidad/regionales-y-centros-de-formacion.md").Should().Contain("33 regionales");
    }

    [Fact]
    public void TrainingLevels_Always_AreTheFiveOfTheDocument() =>
        Text("formacion/formacion-titulada.md")
            .Should().Contain("cinco niveles").And.ContainAll(Facts.TrainingLevels.Select(level => level.Name.ToLowerInvariant()));

    private static string Text(string source) => Spaces().Replace(File.ReadAllText(Path.Combine(Repository.Corpus, source)), " ");

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("^- La regional ", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RegionalLine();
}
