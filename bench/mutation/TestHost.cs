using System.Diagnostics;
using System.Globalization;

namespace AzuSena.Mutation;

/// <summary>A process of the mutated tests.</summary>
internal sealed class TestHost : IDisposable
{
    private readonly ProcessStartInfo _start;
    private Process _process;

    /// <summary>Starts a process that measures the coverage of all classes.</summary>
    public TestHost(string assembly, string coverage)
        : this(assembly, mutant: 0, coverage)
    {
    }

    /// <summary>Starts a process that runs classes on request.</summary>
    /// <param name="assembly">The tests.</param>
    /// <param name="mutant">The mutant that its static values are computed with.</param>
    public TestHost(string assembly, int mutant)
        : this(assembly, mutant, coverage: null)
    {
    }

    private TestHost(string assembly, int mutant, string? coverage)
    {
        _start = new ProcessStartInfo("dotnet", [assembly]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        _start.Environment["MUTANT"] = mutant.ToString(CultureInfo.InvariantCulture);
        _start.Environment["MUTANT_COVERAGE"] = coverage;
        _process = Process.Start(_start)!;
    }

    /// <summary>Runs classes with a mutant until a test fails.</summary>
    /// <returns>The failure; empty if there is none; null if the time ended.</returns>
    public string? Run(int mutant, IEnumerable<string> classes, TimeSpan time)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mutant} {string.Join(' ', classes)}"));
        var answer = _process.StandardOutput.ReadLineAsync();
        if (!answer.Wait(time))
        {
            Restart();
            return null;
        }

        if (answer.Result is { } line)
        {
            return line;
        }

        Restart();
        return "the process ended";
    }

    /// <summary>Goes on in another process.</summary>
    public void Restart()
    {
        Dispose();
        _process = Process.Start(_start)!;
    }

    /// <summary>Waits until it has done all.</summary>
    public void WaitForEnd() => _process.WaitForExit();

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
