namespace AzuSena.Processes;

/// <summary>The folders that programs are started from without a path: <c>PATH</c>.</summary>
public static class ProgramPath
{
    /// <summary>Whether one of them holds a program.</summary>
    public static bool Holds(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
