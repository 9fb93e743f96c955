using System.IO.Enumeration;

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

    /// <summary>The files of a folder with an extension, such as <c>.cs</c>; what npm put there is not looked at, for it is most of the tree.</summary>
    public static IEnumerable<string> FilesIn(string folder, string extension) => new FileSystemEnumerable<string>(
        Path.Combine(Root, folder), (ref entry) => entry.ToFullPath(), new EnumerationOptions { RecurseSubdirectories = true })
    {
        ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && entry.FileName.EndsWith(extension, StringComparison.Ordinal),
        ShouldRecursePredicate = (ref entry) => !entry.FileName.Equals("node_modules", StringComparison.Ordinal),
    };

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
