using System.Collections.Concurrent;
using System.Globalization;

/// <summary>The switch in the mutated copy: which mutant this process runs, and which ones it reached.</summary>
public static class Mutant
{
    private static readonly int _active =
        int.Parse(Environment.GetEnvironmentVariable("MUTANT") ?? "0", CultureInfo.InvariantCulture);

    /// <summary>The mutants reached so far; null unless the process measures coverage.</summary>
    public static readonly ConcurrentDictionary<int, bool>? Reached =
        Environment.GetEnvironmentVariable("MUTANT_COVERAGE") is null ? null : new();

    /// <summary>Whether this mutant is the one to run.</summary>
    public static bool Is(int number)
    {
        Reached?.TryAdd(number, true);
        return number == _active;
    }
}
