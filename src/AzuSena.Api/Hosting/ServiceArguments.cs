using System.Collections;
using System.Reflection;
using AzuSena.Answering;
using AzuSena.Memory.Corpus;
using AzuSena.Models;
using AzuSena.Plugins;
using AzuSena.Settings;
using AzuSena.Voice;

namespace AzuSena.Api.Hosting;

/// <summary>Checks the service's command line: settings, each by its name. .NET ignores unknown ones, so the operator would not notice a mistake.</summary>
internal static class ServiceArguments
{
    private const string Advice = "Los ajustes se dan como --Api:Port=9000; ./azusena serve --help y .env.example dicen cuáles hay.";

    // Settings of .NET itself, and sections whose settings belong to .NET, Serilog or plugins.
    private static readonly string[] Plain = ["environment", "AllowedHosts"];
    private static readonly string[] Sections = ["Serilog", "Logging", "Kestrel", "Plugins"];

    // One type of each project that has options.
    private static readonly Assembly[] Projects =
    [
        typeof(DataOptions).Assembly,
        typeof(OllamaOptions).Assembly,
        typeof(CorpusOptions).Assembly,
        typeof(AnsweringOptions).Assembly,
        typeof(VoiceOptions).Assembly,
        typeof(PluginCatalog).Assembly,
        typeof(ServiceArguments).Assembly,
    ];

    /// <summary>Checks that each argument sets something that exists, as <c>--Section:Property=value</c> or with the value after it.</summary>
    /// <exception cref="SettingsException">An argument does not; the message names it.</exception>
    public static void Check(IReadOnlyList<string> arguments)
    {
        var known = KnownSettings();
        for (var at = 0; at < arguments.Count; at++)
        {
            var argument = arguments[at];
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? argument : argument[..equals];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !IsKnown(name[2..], known))
            {
                throw new SettingsException($"Opción desconocida: {name}. {Advice}");
            }

            // The next argument is the value.
            if (equals < 0 && ++at == arguments.Count)
            {
                throw new SettingsException($"A {name} le falta el valor: {name}=VALOR.");
            }
        }
    }

    private static bool IsKnown(string name, HashSet<string> known)
    {
        if (Plain.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        var parts = name.Split(':');
        return parts.Length > 1 && (Sections.Contains(parts[0], StringComparer.OrdinalIgnoreCase) || IsAtOrBelowKnown(parts, known));
    }

    // A setting that is a list or a table has its own names below it.
    private static bool IsAtOrBelowKnown(string[] parts, HashSet<string> known) =>
        Enumerable.Range(2, parts.Length - 1).Any(length => known.Contains(string.Join(':', parts.Take(length))));

    private static HashSet<string> KnownSettings() => (
        from project in Projects
        from type in project.GetTypes()
        let section = type.GetField("SectionName", BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy)?.GetRawConstantValue()
        where section is not null
        from property in type.GetProperties()
        where property.CanWrite || IsTable(property.PropertyType)
        select $"{section}:{property.Name}").ToHashSet(StringComparer.OrdinalIgnoreCase);

    // A table is filled, not set.
    private static bool IsTable(Type type) => typeof(IDictionary).IsAssignableFrom(type);
}
