using System.Diagnostics;
using System.Globalization;
using AzuSena.Settings;

namespace AzuSena.Memory.Indexing;

/// <summary>
/// Work that one process at a time may do, guarded by an open file: the operating system frees it when the process ends, however it ends. A second
/// file, since the first cannot be read while it is held, says who holds it.
/// </summary>
internal sealed class ProcessLock : IDisposable
{
    private readonly FileStream _file;

    private ProcessLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or gives null where somebody holds it.</summary>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static ProcessLock? TryTake(string path, TimeProvider time)
    {
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var taken = new ProcessLock(file);
            SayWho(path, time);
            return taken;
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    /// <summary>Who holds the lock, for a person: process and time. Empty where it cannot be told.</summary>
    public static string Holder(string path)
    {
        try
        {
            return File.ReadAllText(HolderOf(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    public void Dispose() => _file.Dispose();

    private static string HolderOf(string path) => $"{path}.holder";

    private static void SayWho(string path, TimeProvider time)
    {
        using var process = Process.GetCurrentProcess();
        var who = string.Create(
            CultureInfo.InvariantCulture,
            $"{process.ProcessName} (PID {Environment.ProcessId}, {Environment.MachineName}) {ColombianTime.Of(time.GetUtcNow()):yyyy-MM-dd HH:mm:ss zzz}");
        try
        {
            File.WriteAllText(HolderOf(path), who);
        }
        catch (IOException)
        {
            // Somebody is just reading it; the lock holds all the same.
        }
    }
}
