using System.ComponentModel;
using System.Diagnostics;

namespace AzuSena.Processes;

/// <summary>
/// A program that the service runs, without a shell and with a <see cref="ChildEnvironment"/>. It is ended with everything that it has started, at the
/// latest by disposing it.
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

    /// <summary>What it reads; only where it was started with an input.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>What it writes.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>The start of what it complains of, once it has ended. All of it is read, for a full pipe would hold the program up.</summary>
    public Task<string> Complaint { get; }

    /// <summary>Its number.</summary>
    public int Id => _process.Id;

    /// <summary>How it ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts a program.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="start">How it is started beside that.</param>
    /// <exception cref="Win32Exception">There is no such program.</exception>
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

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends it and what it has started, which ends every read from it; it may have ended already.</summary>
    public void End()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or AggregateException or Win32Exception)
        {
            // It has ended.
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

        // Process.Dispose leaves streams that were used to whoever used them.
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
            // What was still to be written has no reader any more.
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
            // It has ended, or may not be told.
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
