using System.ComponentModel;
using System.Reflection;
using System.Runtime.Loader;
using Markdig;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace AzuSena.SamplePlugins;

/// <summary>All is well with it, and it tells what it sees around it.</summary>
public sealed class GoodPlugin(IConfiguration configuration, TimeProvider time, ILogger<GoodPlugin> log)
{
    [KernelFunction("greet")]
    [Description("Saluda a una persona.")]
    public string Greet([Description("El nombre.")] string name, [Description("Cuántas veces.")] int times = 1)
    {
        log.LogDebug("Greeting");
        return string.Join(' ', Enumerable.Repeat($"{configuration["Word"] ?? "Hola"}, {name}.", times));
    }

    [KernelFunction("length")]
    [Description("Mide un texto en Markdown sin sus marcas.")]
    public int Length([Description("El texto.")] string text) => Markdown.ToPlainText(text).TrimEnd().Length;

    [KernelFunction("sight")]
    [Description("Dice qué ve el plugin.")]
    public Sight Look([Description("El ensamblado que busca.")] string assembly)
    {
        var own = AssemblyLoadContext.GetLoadContext(typeof(Markdown).Assembly)!;
        return new Sight(own.IsCollectible, own == AssemblyLoadContext.GetLoadContext(typeof(GoodPlugin).Assembly), CanLoad(assembly), time.GetUtcNow().Year);
    }

    private static bool CanLoad(string name)
    {
        try
        {
            return AssemblyLoadContext.GetLoadContext(typeof(GoodPlugin).Assembly)!.LoadFromAssemblyName(new AssemblyName(name)) is not null;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    public sealed record Sight(bool Collectible, bool OwnDependencies, bool Found, int Year);
}
