using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace AzuSena.Testing.Hosted;

/// <summary>One process for the command lines of many tests, started by the first: a test assembly whose program is <see cref="HostedProgram"/>.</summary>
/// <param name="tests">The test assembly.</param>
public sealed class ProgramHost(Assembly tests)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _oneRuns = new(1, 1);
    private Process? _process;

    /// <summary>Runs a command line as a process of its own would, after those that other tests have asked for.</summary>
    public async Task<ProcessRun> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        var command = new HostedCommand(arguments, [.. environment.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))]);
        await _oneRuns.WaitAsync();
        try
        {
            _process ??= Start();
            using var limit = new CancellationTokenSource(Limit);
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command).AsMemory(), limit.Token);
            await _process.StandardInput.FlushAsync(limit.Token);
            var reply = await _process.StandardOutput.ReadLineAsync(limit.Token);
            reply.Should().NotBeNull("the program goes on after {0}", string.Join(' ', arguments));
            return JsonSerializer.Deserialize<ProcessRun>(reply!)!;
        }
        catch
        {
            // The next command gets another one.
            _process?.Kill(entireProcessTree: true);
            _process = null;
            throw;
        }
        finally
        {
            _oneRuns.Release();
        }
    }

    // It ends with this process, which closes its input.
    private Process Start() => Process.Start(new ProcessStartInfo("dotnet", [tests.Location])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;
}
