using System.ComponentModel;
using AzuSena.Plugins.Calendar;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.Sena;

/// <summary>The plugin <c>sena</c>: what follows by arithmetic from rules and yearly amounts, and the corpus's facts that are lists.</summary>
[ToolTitle("Datos del SENA")]
public sealed partial class SenaPlugin(YearlyConstants constants, ColombianClock clock)
{
    private const int MaxQuoted = 60;

    private readonly SenaFacts _facts = SenaFacts.Read();

    /// <summary>The levels of titled training.</summary>
    [KernelFunction("list_training_levels")]
    [Offered]
    [Description("Da la lista de los niveles de formación titulada del SENA, con lo que exige y dura cada uno.")]
    public IReadOnlyList<TrainingLevel> ListTrainingLevels() => _facts.TrainingLevels;

    /// <summary>The ways to attend.</summary>
    [KernelFunction("list_modalities")]
    [Offered]
    [Description("Da la lista de las modalidades para estudiar en el SENA: presencial, virtual y a distancia.")]
    public IReadOnlyList<SenaItem> ListModalities() => _facts.Modalities;

    /// <summary>SENA's services.</summary>
    [KernelFunction("list_services")]
    [Offered]
    [Description("Da la lista de los servicios del SENA y para qué sirve cada uno.")]
    public IReadOnlyList<SenaItem> ListServices() => _facts.Services;

    /// <summary>The official web sites.</summary>
    [KernelFunction("list_portals")]
    [Offered]
    [Description("Da la lista de los portales y plataformas oficiales del SENA y para qué sirve cada uno.")]
    public IReadOnlyList<SenaItem> ListPortals() => _facts.Portals;

    /// <summary>The regional offices.</summary>
    [KernelFunction("list_regionales")]
    [Offered]
    [Description("Da la lista de las 33 regionales del SENA, una por departamento y una en Bogotá.")]
    public IReadOnlyList<Regional> ListRegionales() => _facts.Regionales;

    /// <summary>The regional office of a department, or of a department's capital.</summary>
    [KernelFunction("find_regional")]
    [Offered]
    [AnswersQuestion(
        "¿(Cuál|Qué) [es] [la] regional [del] [SENA] [me|nos|le] (corresponde|toca|atiende|pertenece|cubre|queda) [a|en] "
        + "{place:lugar}?")]
    [AnswersQuestion("[Vivo|estoy|resido] [en] {place:lugar} (cuál|qué) regional [del] [SENA] [me|nos] [corresponde|toca|atiende]?")]
    [AnswersQuestion("¿A (cuál|qué) regional [del] [SENA] pertenece {place:lugar}?")]
    [AnswersQuestion("¿(Cuál|Qué) es la regional [del] [SENA] (de|en|para) {place:lugar}?")]
    [AnswersQuestion("¿(Cuál|Qué) centro [de] [formación] [SENA] [me] (corresponde|queda|hay|atiende) [cerca] [en] {place:lugar}?")]
    [Description("Dice qué regional del SENA corresponde a un departamento o a su capital.")]
    public string FindRegional([Description("El departamento o su ciudad capital, por ejemplo Antioquia o Medellín.")] string? place)
    {
        place ??= "";
        var found = new RegionalFinder(_facts.Regionales).Find(place);
        if (found.Count == 0 && SenaPlaces.DepartmentOf(place.Trim()) is { } department)
        {
            return SenaTexts.Format("RegionalOfMunicipality", place.Trim(), department);
        }

        return found.Count == 0
            ? SenaTexts.Format("RegionalUnknown", place.Length <= MaxQuoted ? place : $"{place[..MaxQuoted]}…")
            : string.Join(
                '\n',
                found.Select(regional =>
                    SenaTexts.Format(regional.Capital is null ? "Regional" : "RegionalWithCapital", regional.Name, regional.Capital, regional.Source)));
    }
}
