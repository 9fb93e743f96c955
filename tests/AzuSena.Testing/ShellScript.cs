namespace AzuSena.Testing;

/// <summary>A program of a test's own, in the place of one that the service runs.</summary>
public static class ShellScript
{
    /// <summary>Writes a script that can be run, and gives its path.</summary>
    public static string Write(TemporaryFolder folder, string name, string body)
    {
        var path = folder.Write(name, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
