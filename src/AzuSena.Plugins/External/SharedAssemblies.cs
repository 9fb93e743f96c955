using System.Reflection;
using System.Runtime.Loader;

namespace AzuSena.Plugins.External;

/// <summary>
/// The assemblies that a plugin shares with AzuSENA: the abstractions of Semantic Kernel, which contain the function attribute, and those of
/// Microsoft.Extensions. A plugin brings all others itself, and has no access to AzuSENA's.
/// </summary>
internal static class SharedAssemblies
{
    private static readonly HashSet<string> Names =
    [
        "Microsoft.SemanticKernel.Abstractions",

        // Defines the change tokens of IConfiguration.
        "Microsoft.Extensions.Primitives",
    ];

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>AzuSENA's assembly of that name if it is shared; otherwise null, also if there is none.</summary>
    public static Assembly? Find(string name)
    {
        if (!Names.Contains(name)
            && !(name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) && name.EndsWith(".Abstractions", StringComparison.Ordinal)))
        {
            return null;
        }

        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether the assembly is part of .NET itself.</summary>
    public static bool IsFramework(string name) => File.Exists(Path.Combine(FrameworkFolder, $"{name}.dll"));
}
