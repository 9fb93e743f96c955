using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;

/// <summary>The switch in the mutated copy: which mutant this process runs, and which ones it reached.</summary>
public static class Mutant
{
    /// <summary>The mutant to run; 0 for none.</summary>
    public static volatile int Active = int.Parse(Environment.GetEnvironmentVariable("MUTANT") ?? "0", CultureInfo.InvariantCulture);

    /// <summary>The mutants reached so far, each with whether a static value was being computed; null unless the process measures coverage.</summary>
    public static readonly ConcurrentDictionary<int, bool>? Reached =
        Environment.GetEnvironmentVariable("MUTANT_COVERAGE") is null ? null : new();

    /// <summary>Whether this mutant is the one to run.</summary>
    public static bool Is(int number)
    {
        if (Reached?.ContainsKey(number) is false)
        {
            Reached[number] = new StackTrace().GetFrames().Any(frame => frame.GetMethod() is ConstructorInfo { IsStatic: true });
        }

        return number == Active;
    }
}
