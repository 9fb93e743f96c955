using System.Security.Cryptography;
using AzuSena.Memory.Sqlite;

namespace AzuSena.Plugins.External;

/// <summary>
/// Counts the trials of a plugin that never ended, because it took the process with it (an exit, an overflow of the stack): nothing inside the process can catch
/// that. After three the plugin is refused, so that the service starts, until its assembly is another or somebody checks it.
/// </summary>
internal sealed class PluginTrials(string folder)
{
    private const int MaxUnfinished = 3;

    /// <summary>Notes that a trial begins; disposing of the result notes that it ended.</summary>
    /// <exception cref="PluginRefusedException">It took the process with it too often.</exception>
    public IDisposable Begin(string name, string assemblyPath, bool again)
    {
        try
        {
            // A mark a trial. A process that is stopped in the middle of one leaves a mark as well, hence more than one.
            PrivateFiles.MakeFolder(folder);
            var marks = new FileInfo(Path.Combine(folder, $"{name}-{Fingerprint(assemblyPath)}"));
            if (!again && marks is { Exists: true, Length: >= MaxUnfinished })
            {
                throw PluginRefusedException.For(RefusalReason.CrashedBefore, cause: null, MaxUnfinished);
            }

            File.AppendAllText(marks.FullName, ".");
            return new Trial(marks.FullName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nothing can be noted in a folder that cannot be written; the trial itself needs none.
            return new Trial(path: null);
        }
    }

    private static string Fingerprint(string assemblyPath)
    {
        using var file = File.OpenRead(assemblyPath);
        return Convert.ToHexString(SHA256.HashData(file))[..16];
    }

    private sealed class Trial(string? path) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                if (path is not null)
                {
                    File.Delete(path);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The mark stays, and counts.
            }
        }
    }
}
