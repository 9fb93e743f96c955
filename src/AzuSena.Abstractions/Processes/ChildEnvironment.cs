using System.Diagnostics;

namespace AzuSena.Processes;

/// <summary>
/// The variables that a program run by the service gets: a list of what it needs to start, and nothing else. The service's own settings, which hold keys,
/// never reach one.
/// </summary>
public sealed class ChildEnvironment
{
    // A name that ends with * stands for all that begin so.
    private static readonly string[] Needed =
    [
        "PATH", "HOME", "USER", "LANG", "LANGUAGE", "LC_*", "TZ", "TMPDIR", "TMP", "TEMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
        "SystemRoot", "ComSpec", "PATHEXT",
    ];

    private readonly string[] _names;

    /// <summary>An environment with what every program needs.</summary>
    /// <param name="more">What this one needs beside that; a name that ends with <c>*</c> stands for all that begin so.</param>
    public ChildEnvironment(params string[] more) => _names = [.. Needed, .. more];

    /// <summary>What every program needs.</summary>
    public static ChildEnvironment Plain { get; } = new();

    /// <summary>Removes everything else from what a program is about to be started with.</summary>
    public void ApplyTo(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(name => !_names.Any(allowed => Matches(name, allowed))).ToList())
        {
            start.Environment.Remove(name);
        }
    }

    // Proxies and npm's settings are written in both cases.
    private static bool Matches(string name, string allowed) => allowed.EndsWith('*')
        ? name.StartsWith(allowed[..^1], StringComparison.OrdinalIgnoreCase)
        : name.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
