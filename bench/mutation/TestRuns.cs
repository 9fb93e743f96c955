using System.Globalization;

namespace AzuSena.Mutation;

/// <summary>What became of a mutant.</summary>
/// <param name="IsKilled">Whether a test failed or the time ended.</param>
/// <param name="By">The test, or why there is none.</param>
internal sealed record Outcome(bool IsKilled, string By);

/// <summary>Runs the test classes that reach a mutant until one fails.</summary>
internal sealed class TestRuns(string assembly, TimeSpan limit)
{
    private readonly HashSet<int> _static = [];
    private readonly List<(string Class, int Milliseconds, HashSet<int> Reached)> _classes = [];

    /// <summary>Runs every class once without a mutant and notes what it reaches, in a file that the next run reads instead if it is still there.</summary>
    public void Measure(string file)
    {
        if (!File.Exists(file))
        {
            using var host = new TestHost(assembly, file);
            host.WaitForEnd();
        }

        foreach (var line in File.ReadAllLines(file))
        {
            var parts = line.Split(';');
            if (!bool.Parse(parts[2]))
            {
                Console.WriteLine($"Left out, fails without a mutant: {parts[0]}: {parts[4]}");
                continue;
            }

            var marked = parts[3].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var reached = marked.Select(it => int.Parse(it.TrimEnd('s'), CultureInfo.InvariantCulture)).ToList();
            _static.UnionWith(reached.Where((_, i) => marked[i].EndsWith('s')));
            _classes.Add((parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), [.. reached]));
        }

        Console.WriteLine($"{_classes.Count} test classes, {_classes.Sum(it => it.Milliseconds) / 1000} s in all");
    }

    /// <summary>
    /// Tries one mutant: first the classes that mirror its file or folder, then the quick ones, as many as the time allows. The host serves many mutants,
    /// except those of static values, which a process computes once.
    /// </summary>
    public Outcome Try(TestHost host, int number, SourceMutant mutant)
    {
        var covering = _classes.Where(it => it.Reached.Contains(number)).OrderBy(it => Distance(it.Class, mutant.File)).ThenBy(it => it.Milliseconds).ToList();
        if (covering.Count == 0)
        {
            return new Outcome(IsKilled: false, "no test reaches it");
        }

        var budget = limit.TotalMilliseconds;
        var chosen = covering.TakeWhile((it, i) => i == 0 || (budget -= it.Milliseconds) > 0).ToList();
        var time = (TimeSpan.FromMilliseconds(chosen.Sum(it => it.Milliseconds)) * 3) + TimeSpan.FromSeconds(30);
        var names = chosen.ConvertAll(it => it.Class);
        var failed = host.Run(number, names, time);
        if (failed is { Length: > 0 } && host.Run(0, names.Where(failed.StartsWith), time) is not "")
        {
            // An earlier mutant has spoilt the process.
            host.Restart();
            failed = host.Run(number, names, time);
        }
        else if (failed is "" && _static.Contains(number))
        {
            using var own = new TestHost(assembly, number);
            failed = own.Run(number, names, time);
        }

        return failed switch
        {
            "" => new Outcome(IsKilled: false, $"{chosen.Count} of {covering.Count} classes that reach it"),
            _ => new Outcome(IsKilled: true, failed ?? "time ended"),
        };
    }

    // The mirroring class, then those of the same folder.
    private static int Distance(string testClass, string file)
    {
        var names = testClass.Split('.');
        return names[^1].StartsWith(Path.GetFileNameWithoutExtension(file), StringComparison.Ordinal) ? 0
            : names[^2] == Path.GetFileName(Path.GetDirectoryName(file)) ? 1
            : 2;
    }
}
