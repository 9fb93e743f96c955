using System.Reflection;
using System.Runtime.Loader;

namespace AzuSena.Plugins.External;

/// <summary>
/// A plugin's isolated load context: .NET, the shared assemblies and the files of its folder. Other names are not resolved from the application's assemblies,
/// to which a load context falls back by default.
/// </summary>
internal sealed class PluginLoadContext(string name, string folder, string assemblyPath) : AssemblyLoadContext(name, isCollectible: true)
{
    private readonly AssemblyDependencyResolver _resolver = new(assemblyPath);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var simpleName = assemblyName.Name!;
        if (SharedAssemblies.Find(simpleName) is { } shared)
        {
            return shared;
        }

        if (SharedAssemblies.IsFramework(simpleName))
        {
            return null;
        }

        return _resolver.ResolveAssemblyToPath(assemblyName) is { } path
            ? LoadFromAssemblyPath(PluginPath.Inside(folder, path))
            : throw new FileNotFoundException($"The plugin's folder has no {simpleName}.dll", simpleName);
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(PluginPath.Inside(folder, path)) : nint.Zero;
}
