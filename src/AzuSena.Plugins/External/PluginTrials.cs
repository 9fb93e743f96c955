using System.Security.Cryptography;
using AzuSena.Memory.Sqlite;

namespace AzuSena.Plugins.External;

/// <summary>
/// Counts the trials of a plugin that never ended because it ended the process (an exit, a stack overflow): nothing inside the process can catch that. After
/// three the plugin is refused, so that the service starts, until its assembly changes or the operator checks it.
/// </summary>
internal sealed class PluginTrials(string folder)
{
    private const int MaxUnfinished = 3;

    /// <summary>Records that a trial begins; disposing the result records that it ended.</summary>
    /// <exception cref="PluginRefusedException">The plugin ended the process too often.</exception>
    public IDisposable Begin(string name, string assemblyPath, bool again)
    {
        try
        {
            // One mark per trial. A process stopped in the middle of one leaves a mark as well, hence more than one is allowed.
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
            // If the folder is not writable the trial runs without a mark.
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
