using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace AzuSena.Plugins.External;

/// <summary>Checks whether an assembly was built against compatible versions of the shared assemblies. The file is read, not loaded.</summary>
internal static class SharedVersionCheck
{
    /// <summary>Checks every reference to a shared assembly: AzuSENA's must be at least as new, with the same major version for Semantic Kernel.</summary>
    /// <exception cref="PluginRefusedException">A reference is not compatible, or the file is not a .NET assembly.</exception>
    public static void Run(string assemblyPath)
    {
        try
        {
            using var file = File.OpenRead(assemblyPath);
            using var image = new PEReader(file);
            var metadata = image.GetMetadataReader();
            foreach (var reference in metadata.AssemblyReferences.Select(metadata.GetAssemblyReference))
            {
                Check(metadata.GetString(reference.Name), reference.Version);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            throw PluginRefusedException.For(RefusalReason.AssemblyInvalid, exception, Path.GetFileName(assemblyPath));
        }
    }

    private static void Check(string name, Version wanted)
    {
        if (SharedAssemblies.Find(name)?.GetName().Version is { } ours
            && (wanted > ours || (name.StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal) && wanted.Major != ours.Major)))
        {
            throw PluginRefusedException.For(RefusalReason.SharedVersionIncompatible, cause: null, name, wanted, ours);
        }
    }
}
