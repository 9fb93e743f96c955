using System.Diagnostics;
using System.Globalization;
using System.Text;
using AzuSena.Memory.Sqlite;
using AzuSena.Settings;

namespace AzuSena.Memory.Indexing;

/// <summary>
/// A lock between processes, held as an open file: the operating system releases it when the process ends, however it ends. A second file names the holder, as
/// the first cannot be read while it is held.
/// </summary>
internal sealed class ProcessLock : IDisposable
{
    private readonly FileStream _file;

    private ProcessLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or returns null if it is held already.</summary>
    /// <exception cref="UnauthorizedAccessException">The folder is not writable.</exception>
    /// <exception cref="IOException">The folder does not exist, or the disk is full.</exception>
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

    /// <summary>The holder of the lock, for display: process and time. Empty if unknown.</summary>
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

    // The codes of Windows, Linux and macOS for a file that is in use.
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
            // Another process is reading it; the lock is held all the same.
        }
    }
}
