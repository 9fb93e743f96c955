using System.Diagnostics;
using System.Globalization;
using System.Text;
using AzuSena.Memory.Sqlite;
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
    /// <exception cref="IOException">There is no such folder, or no room on the disk.</exception>
    public static ProcessLock? TryTake(string path, TimeProvider time)
    {
        try
        {
            var file = PrivateFiles.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var taken = new ProcessLock(file);
            SayWho(path, time);
            return taken;
        }
        catch (IOException exception) when (IsHeld(exception))
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

    // As Windows, Linux and macOS tell that somebody else has the file.
    private static bool IsHeld(IOException exception) => exception.HResult is unchecked((int)0x80070020) or 11 or 35;

    private static string HolderOf(string path) => $"{path}.holder";

    private static void SayWho(string path, TimeProvider time)
    {
        using var process = Process.GetCurrentProcess();
        var who = string.Create(
            CultureInfo.InvariantCulture,
            $"{process.ProcessName} (PID {Environment.ProcessId}, {Environment.MachineName}) {ColombianTime.Of(time.GetUtcNow()):yyyy-MM-dd HH:mm:ss zzz}");
        try
        {
            using var file = PrivateFiles.Open(HolderOf(path), FileMode.Create, FileAccess.Write, FileShare.Read);
            file.Write(Encoding.UTF8.GetBytes(who));
        }
        catch (IOException)
        {
            // Somebody is just reading it; the lock holds all the same.
        }
    }
}
