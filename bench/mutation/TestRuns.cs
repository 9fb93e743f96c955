using System.Diagnostics;
using System.Globalization;

namespace AzuSena.Mutation;

/// <summary>What became of a mutant.</summary>
/// <param name="IsKilled">Whether a test failed or the time ended.</param>
/// <param name="By">The test, or why there is none.</param>
internal sealed record Outcome(bool IsKilled, string By);

/// <summary>Runs the test classes that reach a mutant until one fails.</summary>
internal sealed class TestRuns(string assembly, TimeSpan limit)
{
    private readonly List<(string Class, int Milliseconds, HashSet<int> Reached)> _classes = [];

    /// <summary>Runs every class once without a mutant and notes what it reaches, in a file that the next run reads instead if it is still there.</summary>
    public void Measure(string file)
    {
        if (!File.Exists(file))
        {
            Run(mutant: 0, [], file, TimeSpan.FromMinutes(30));
        }

        foreach (var line in File.ReadAllLines(file))
        {
            var parts = line.Split(';');
            if (!bool.Parse(parts[2]))
            {
                Console.WriteLine($"Left out, fails without a mutant: {parts[0]}: {parts[4]}");
                continue;
            }

            var reached = parts[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(it => int.Parse(it, CultureInfo.InvariantCulture));
            _classes.Add((parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), [.. reached]));
        }

        Console.WriteLine($"{_classes.Count} test classes, {_classes.Sum(it => it.Milliseconds) / 1000} s in all");
    }

    /// <summary>Tries one mutant: first the class that mirrors its file, then the quick ones, as many as the time allows.</summary>
    public Outcome Try(int number, SourceMutant mutation)
    {
        var mirror = Path.GetFileNameWithoutExtension(mutation.File);
        var covering = _classes.Where(it => it.Reached.Contains(number))
            .OrderByDescending(it => it.Class.Split('.')[^1].StartsWith(mirror, StringComparison.Ordinal)).ThenBy(it => it.Milliseconds).ToList();
        if (covering.Count == 0)
        {
            return new Outcome(IsKilled: false, "no test reaches it");
        }

        var budget = limit.TotalMilliseconds;
        var chosen = covering.TakeWhile((it, i) => i == 0 || (budget -= it.Milliseconds) > 0).ToList();
        var expected = TimeSpan.FromMilliseconds(chosen.Sum(it => it.Milliseconds));
        return Run(number, chosen.Select(it => it.Class), coverage: null, (expected * 3) + TimeSpan.FromSeconds(15)) switch
        {
            (0, _) => new Outcome(IsKilled: false, $"{chosen.Count} of {covering.Count} classes that reach it"),
            (_, var output) => new Outcome(IsKilled: true, output.Split('\n')[0]),
        };
    }

    private (int Code, string Output) Run(int mutant, IEnumerable<string> classes, string? coverage, TimeSpan time)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. classes])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["MUTANT"] = mutant.ToString(CultureInfo.InvariantCulture);
        start.Environment["MUTANT_COVERAGE"] = coverage;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        if (process.WaitForExit(time))
        {
            return (process.ExitCode, output.Result);
        }

        process.Kill(entireProcessTree: true);
        return (2, "time ended");
    }
}
