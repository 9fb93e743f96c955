using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.External;

/// <summary>Creates the one instance of a plugin's class, once the class is known to meet the contract.</summary>
internal static class PluginActivator
{
    /// <summary>Creates the instance.</summary>
    /// <param name="assembly">The plugin's assembly.</param>
    /// <param name="entryType">Full name of the class.</param>
    /// <param name="services">All the services that a constructor may request.</param>
    /// <exception cref="PluginRefusedException">The class is missing or cannot be used.</exception>
    public static object Create(Assembly assembly, string entryType, IServiceProvider services)
    {
        var type = assembly.GetType(entryType) ?? throw PluginRefusedException.For(RefusalReason.EntryTypeMissing, cause: null, entryType);
        if (!type.IsVisible || !type.IsClass || type.IsAbstract || type.ContainsGenericParameters)
        {
            throw PluginRefusedException.For(RefusalReason.EntryTypeUnsuitable, cause: null, entryType);
        }

        if (!type.GetMethods().Any(method => method.IsDefined(typeof(KernelFunctionAttribute))))
        {
            throw PluginRefusedException.For(RefusalReason.FunctionsMissing, cause: null, entryType);
        }

        var known = services.GetRequiredService<IServiceProviderIsService>();
        var unknown = type.GetConstructors()
            .Select(constructor =>
                constructor.GetParameters().FirstOrDefault(parameter => !parameter.HasDefaultValue && !known.IsService(parameter.ParameterType)))
            .ToList();
        return unknown.Contains(null)
            ? ActivatorUtilities.CreateInstance(services, type)
            : throw PluginRefusedException.For(
                RefusalReason.ConstructorUnsatisfiable, cause: null, unknown.FirstOrDefault()?.ParameterType.FullName ?? entryType);
    }

    /// <summary>Creates the instance's functions, each of which must describe itself and its parameters.</summary>
    /// <exception cref="PluginRefusedException">A description is missing.</exception>
    public static KernelPlugin Describe(object instance, string name)
    {
        var plugin = KernelPluginFactory.CreateFromObject(instance, name);
        foreach (var function in plugin)
        {
            var nameless = string.IsNullOrWhiteSpace(function.Description)
                ? function.Name
                : function.Metadata.Parameters
                    .Where(parameter => string.IsNullOrWhiteSpace(parameter.Description))
                    .Select(parameter => $"{function.Name}({parameter.Name})")
                    .FirstOrDefault();
            if (nameless is not null)
            {
                throw PluginRefusedException.For(RefusalReason.DescriptionMissing, cause: null, nameless);
            }
        }

        return plugin;
    }
}
