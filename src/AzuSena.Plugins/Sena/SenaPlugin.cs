using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.Sena;

/// <summary>The plugin <c>sena</c>: the facts of the demonstration corpus that are lists rather than text.</summary>
public sealed class SenaPlugin
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
    [Description("Dice qué regional del SENA corresponde a un departamento o a su capital.")]
    public string FindRegional([Description("El departamento o su ciudad capital, por ejemplo Antioquia o Medellín.")] string? place)
    {
        place ??= "";
        var found = new RegionalFinder(_facts.Regionales).Find(place);
        return found.Count == 0
            ? SenaTexts.Format("RegionalUnknown", place.Length <= MaxQuoted ? place : $"{place[..MaxQuoted]}…")
            : string.Join(
                '\n',
                found.Select(regional =>
                    SenaTexts.Format(regional.Capital is null ? "Regional" : "RegionalWithCapital", regional.Name, regional.Capital, regional.Source)));
    }
}
