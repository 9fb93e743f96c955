using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace PluginNamespace;

/// <summary>One instance serves every question at once, so it holds no state.</summary>
public sealed class GreetingPlugin
{
    /// <summary>Greets somebody. What goes wrong is answered in a sentence that tells the model what to do instead.</summary>
    [KernelFunction("greet")]
    [Description("Saluda a una persona por su nombre.")]
    public string Greet([Description("El nombre de la persona.")] string name) =>
        string.IsNullOrWhiteSpace(name) ? "Falta el nombre. Pregúntalo y vuelve a llamar." : $"Hola, {name.Trim()}. ¡Que te vaya muy bien en el SENA!";
}
