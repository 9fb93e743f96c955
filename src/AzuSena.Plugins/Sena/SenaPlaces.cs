using System.Text.Json;

namespace AzuSena.Plugins.Sena;

/// <summary>Departments, their capitals, and larger municipalities with their department.</summary>
internal static class SenaPlaces
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Municipalities = Read();

    /// <summary>All names.</summary>
    public static IEnumerable<string> All => SenaFacts.Read().Regionales
        .SelectMany(regional => regional.Capital is null ? [regional.Name] : new[] { regional.Name, regional.Capital })
        .Concat(["San Andrés", "Valle", "Guajira", "Bogotá"])
        .Concat(Municipalities.Values.SelectMany(names => names))
        .Distinct(StringComparer.Ordinal);

    /// <summary>The department of a municipality that is no capital; null if it is not known.</summary>
    public static string? DepartmentOf(string municipality) =>
        Municipalities.Where(department => department.Value.Contains(municipality, StringComparer.OrdinalIgnoreCase)).Select(it => it.Key).FirstOrDefault();

    private static Dictionary<string, IReadOnlyList<string>> Read()
    {
        using var stream = typeof(SenaPlaces).Assembly.GetManifestResourceStream("AzuSena.Sena.municipios.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("municipalities").Deserialize<Dictionary<string, IReadOnlyList<string>>>()!;
    }
}
