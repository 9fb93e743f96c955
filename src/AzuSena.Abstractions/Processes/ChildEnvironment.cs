using System.Diagnostics;

namespace AzuSena.Processes;

/// <summary>
/// The environment variables of child processes: an allow list of what they need to start. The service's own settings, which contain keys, are never passed on.
/// </summary>
public sealed class ChildEnvironment
{
    // A name that ends with * is a prefix.
    private static readonly string[] Needed =
    [
        "PATH", "HOME", "USER", "LANG", "LANGUAGE", "LC_*", "TZ", "TMPDIR", "TMP", "TEMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
        "SystemRoot", "ComSpec", "PATHEXT",
    ];

    private readonly string[] _names;

    /// <summary>Creates an environment with the variables that every program needs.</summary>
    /// <param name="more">Additional variables; a name that ends with <c>*</c> is a prefix.</param>
    public ChildEnvironment(params string[] more) => _names = [.. Needed, .. more];

    /// <summary>The variables that every program needs.</summary>
    public static ChildEnvironment Plain { get; } = new();

    /// <summary>Removes all other variables from the start information of a process.</summary>
    public void ApplyTo(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(name => !_names.Any(allowed => Matches(name, allowed))).ToList())
        {
            start.Environment.Remove(name);
        }
    }

    // Proxy variables and npm's settings are used in both cases.
    private static bool Matches(string name, string allowed) => allowed.EndsWith('*')
        ? name.StartsWith(allowed[..^1], StringComparison.OrdinalIgnoreCase)
        : name.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
