using System.Reflection;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins;

/// <summary>The functions of a built-in plugin that carry <see cref="OfferedAttribute"/>.</summary>
/// <param name="Plugin">The plugin's name.</param>
/// <param name="Functions">The names of the functions.</param>
public sealed record OfferedFunctions(string Plugin, IReadOnlyList<string> Functions)
{
    /// <summary>Those of a plugin's class.</summary>
    internal static OfferedFunctions Of<T>(string plugin) => new(plugin,
    [
        .. from method in typeof(T).GetMethods()
           where method.IsDefined(typeof(OfferedAttribute))
           select method.GetCustomAttribute<KernelFunctionAttribute>()?.Name ?? method.Name,
    ]);
}
