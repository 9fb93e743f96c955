using AzuSena.Errors;
using AzuSena.Memory.Sqlite;
using AzuSena.Settings;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Indexing;

/// <summary>
/// The exclusive right of one process to run the service on a data folder: conversations, slots and limits are counted in its memory. Commands of other
/// processes may read and index.
/// </summary>
public sealed class ServingLock(IOptions<DataOptions> options, TimeProvider time) : IDisposable
{
    private ProcessLock? _lock;

    private string LockPath => Path.Combine(options.Value.DataDirectory, "serve.lock");

    /// <summary>Takes the lock.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.StoreUnavailable"/>: another process holds it, or the folder is not writable.</exception>
    public void Take()
    {
        try
        {
            PrivateFiles.MakeFolder(options.Value.DataDirectory);
            _lock = ProcessLock.TryTake(LockPath, time)
                ?? throw new AzuSenaException(
                    ErrorCode.StoreUnavailable,
                    ErrorCodeNames.Text("ServiceRunning", options.Value.DataDirectory, ProcessLock.Holder(LockPath)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AzuSenaException(ErrorCode.StoreUnavailable, ErrorCodeNames.Text("StoreFolderUnavailable", options.Value.DataDirectory), exception);
        }
    }

    /// <summary>Takes the lock again if its file was deleted, which would admit another process.</summary>
    /// <exception cref="AzuSenaException">As <see cref="Take"/>.</exception>
    public void Renew()
    {
        if (_lock is not null && !File.Exists(LockPath))
        {
            _lock.Dispose();
            Take();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock?.Dispose();
}
