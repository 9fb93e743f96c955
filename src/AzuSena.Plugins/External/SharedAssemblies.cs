using System.Reflection;
using System.Runtime.Loader;

namespace AzuSena.Plugins.External;

/// <summary>
/// What a plugin shares with AzuSENA: the abstractions of Semantic Kernel, where the attribute of functions stands, and those of Microsoft.Extensions.
/// All else it brings along, and it sees nothing of ours.
/// </summary>
internal static class SharedAssemblies
{
    private static readonly HashSet<string> Names =
    [
        "Microsoft.SemanticKernel.Abstractions",

        // The change tokens of IConfiguration are of this one.
        "Microsoft.Extensions.Primitives",
    ];

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>Our own assembly of that name, where plugins share it; null where they do not, or we have none.</summary>
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

    /// <summary>Whether it is part of .NET itself.</summary>
    public static bool IsFramework(string name) => File.Exists(Path.Combine(FrameworkFolder, $"{name}.dll"));
}
