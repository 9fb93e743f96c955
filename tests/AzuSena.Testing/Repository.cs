namespace AzuSena.Testing;

/// <summary>Where things are in the source tree that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder of <c>AzuSena.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The corpus that the product ships with.</summary>
    public static string Corpus => Path.Combine(Root, "corpus");

    /// <summary>The prompts that the product ships with.</summary>
    public static string Prompts => Path.Combine(Root, "prompts");

    /// <summary>The folder in which the plugins of the tests were built.</summary>
    public static string SamplePlugins => Path.Combine(Root, "artifacts", "bin", "AzuSena.SamplePlugins", new DirectoryInfo(AppContext.BaseDirectory).Name);

    /// <summary>A file of the data that lies beside the repository on development machines, or null where there is none.</summary>
    public static string? SharedData(string name) =>
        Path.Combine(Root, "..", "shared", "data", name) is var path && File.Exists(path) ? Path.GetFullPath(path) : null;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AzuSena.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run from the source tree.");
    }
}
