using System.Text.Json;

namespace AzuSena.Plugins.Sena;

/// <summary>
/// The lists in the demonstration corpus: <c>sena.json</c>, beside this file. Each fact is a verbatim sentence of the document that it names; a test checks
/// this, so a change of the corpus that removes a fact is noticed.
/// </summary>
/// <param name="TrainingLevels">The levels of titled training, from the lowest.</param>
/// <param name="Modalities">The ways to attend.</param>
/// <param name="Services">SENA's services.</param>
/// <param name="Portals">Its official web sites and platforms.</param>
/// <param name="Regionales">Its 33 regional offices, the Distrito Capital first.</param>
internal sealed record SenaFacts(
    IReadOnlyList<TrainingLevel> TrainingLevels,
    IReadOnlyList<SenaItem> Modalities,
    IReadOnlyList<SenaItem> Services,
    IReadOnlyList<SenaItem> Portals,
    IReadOnlyList<Regional> Regionales)
{
    internal static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads the facts.</summary>
    public static SenaFacts Read()
    {
        using var stream = typeof(SenaFacts).Assembly.GetManifestResourceStream("AzuSena.Sena.sena.json")!;
        return JsonSerializer.Deserialize<SenaFacts>(stream, Json)!;
    }
}

/// <summary>Something that SENA offers or has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Facts">Sentences of the document about it.</param>
/// <param name="Source">Path of the document below the corpus.</param>
public sealed record SenaItem(string Name, IReadOnlyList<string> Facts, string Source);

/// <summary>A level of training.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Block">The block it belongs to: <c>formación laboral</c> or <c>educación superior</c>.</param>
/// <param name="Facts">Sentences of the document about it.</param>
/// <param name="Source">Path of the document below the corpus.</param>
public sealed record TrainingLevel(string Name, string Block, IReadOnlyList<string> Facts, string Source);

/// <summary>A regional office.</summary>
/// <param name="Name">The department's name, or <c>Distrito Capital</c>.</param>
/// <param name="Source">Path of the document below the corpus.</param>
/// <param name="Capital">The department's capital; null for Cundinamarca, whose capital has its own regional office.</param>
public sealed record Regional(string Name, string Source, string? Capital = null);
