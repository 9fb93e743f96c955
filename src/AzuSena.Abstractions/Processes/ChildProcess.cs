using System.ComponentModel;
using System.Diagnostics;

namespace AzuSena.Processes;

/// <summary>
/// A child process, started without a shell and with a <see cref="ChildEnvironment"/>. It is terminated with all its descendants, at the latest on disposal.
/// </summary>
public sealed class ChildProcess : IDisposable
{
    private const int MaxComplaint = 2_000;

    private readonly Process _process;
    private readonly bool _hasInput;
    private bool _isDisposed;

    private ChildProcess(Process process, bool hasInput)
    {
        (_process, _hasInput) = (process, hasInput);
        Complaint = ReadComplaintAsync(process.StandardError);
    }

    /// <summary>Its standard input; only available if it was started with <see cref="ChildStart.HasInput"/>.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Its standard output.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>
    /// The beginning of its standard error, available once it has exited. The stream is read to the end, since a full pipe would block the process.
    /// </summary>
    public Task<string> Complaint { get; }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>Its exit code.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts a process.</summary>
    /// <param name="program">The program's name or path.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="start">Further start settings.</param>
    /// <exception cref="Win32Exception">The program does not exist.</exception>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, ChildStart? start = null)
    {
        start ??= new ChildStart();
        var info = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = start.Folder ?? "",
        };
        start.Environment.ApplyTo(info);
        foreach (var (name, value) in start.Variables)
        {
            info.Environment[name] = value;
        }

        var process = Process.Start(info)!;
        if (start.IsBehind)
        {
            Yield(process);
        }

        if (!start.HasInput)
        {
            process.StandardInput.Close();
        }

        return new(process, start.HasInput);
    }

    /// <summary>Waits for the process to exit.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Terminates the process and its descendants, which ends all reads from it; does nothing if it has already exited.</summary>
    public void End()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or AggregateException or Win32Exception)
        {
            // It has already exited.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        End();

        // Process.Dispose does not close streams that were accessed.
        if (_hasInput)
        {
            Close(_process.StandardInput.BaseStream);
        }

        Close(_process.StandardOutput.BaseStream);
        Close(_process.StandardError.BaseStream);
        _process.Dispose();
    }

    private static void Close(Stream stream)
    {
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // Unwritten input has no reader any more.
        }
    }

    private static void Yield(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It has exited, or its priority may not be changed.
        }
    }

    private static async Task<string> ReadComplaintAsync(StreamReader error)
    {
        try
        {
            var buffer = new char[MaxComplaint];
            var held = await error.ReadBlockAsync(buffer);
            var rest = new char[MaxComplaint];
            while (await error.ReadAsync(rest) > 0)
            {
            }

            return new string(buffer, 0, held);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            return "";
        }
    }
}
