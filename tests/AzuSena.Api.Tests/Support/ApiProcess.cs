using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.Support;

/// <summary>The service as its operator starts it: a process, set by environment variables, with folders of its own.</summary>
internal sealed partial class ApiProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ApiProcess(TemporaryFolder folder, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "AzuSena.Api.dll")])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in VariablesOf(folder, variables))
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What was printed so far, on both outputs.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    /// <summary>The memory that the process has in use right now.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static ApiProcess Start(TemporaryFolder folder, params (string Name, string Value)[] variables) => new(folder, variables);

    /// <summary>What the service is set by: some on top of those that every test wants.</summary>
    public static (string Name, string Value)[] VariablesOf(TemporaryFolder folder, (string Name, string Value)[] variables) =>
    [
        ("AZUSENA_HOME", folder.Path),
        ("API_PORT", "0"),
        ("PROMPTS_DIR", Repository.Prompts),
        ("Answering__AbstainBelow", "0"),
        ("Llm__Provider", "none"),
        ("Voice__Enabled", "false"),
        .. variables,
    ];

    /// <summary>The address, once the service says that it is ready.</summary>
    public async Task<Uri> ReadyAsync()
    {
        var ended = _process.WaitForExitAsync();
        await Task.WhenAny(_address.Task, ended).WaitAsync(TestApi.Patience);
        _address.Task.IsCompleted.Should().BeTrue(Said);
        return await _address.Task;
    }

    /// <summary>Sends the process a signal, such as <c>TERM</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync().WaitAsync(TestApi.Patience);
    }

    /// <summary>The exit code, once the service has ended by itself.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TestApi.Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_said)
        {
            _said.AppendLine(line);
        }

        if (Ready().Match(line ?? "") is { Success: true } ready)
        {
            _address.TrySetResult(new Uri(ready.Groups["address"].Value));
        }
    }

    [GeneratedRegex(@"AzuSENA está lista en (?<address>http\S+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Ready();
}
