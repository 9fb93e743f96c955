using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Prompts;

/// <summary>
/// Synchronises the library with its folder while the service runs: immediately if the file system reports changes, otherwise, as on network folders, at the
/// next poll.
/// </summary>
public sealed class PromptReloading : IHostedService, IDisposable
{
    private readonly PromptLibrary _library;
    private readonly PromptOptions _options;
    private readonly ILogger<PromptReloading> _log;
    private readonly TimeSpan _settle;
    private readonly ITimer _settled;
    private readonly ITimer _poll;
    private FileSystemWatcher? _watcher;

    /// <summary>Creates the service; it watches nothing until it is started.</summary>
    public PromptReloading(PromptLibrary library, IOptions<PromptOptions> options, TimeProvider time, ILogger<PromptReloading> log)
    {
        _library = library;
        _options = options.Value;
        _log = log;
        _settle = TimeSpan.FromMilliseconds(_options.SettleMilliseconds);
        _settled = time.CreateTimer(_ => Refresh(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _poll = time.CreateTimer(_ => Refresh(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Starts watching.</summary>
    /// <exception cref="Settings.SettingsException">A required prompt was never valid: the service must not start.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _library.EnsureComplete();
        _watcher = Watch();
        var interval = TimeSpan.FromSeconds(_options.PollSeconds);
        _poll.Change(interval, interval);
        return Task.CompletedTask;
    }

    /// <summary>Stops watching.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watcher?.Dispose();
        _poll.Dispose();
        _settled.Dispose();
    }

    private FileSystemWatcher? Watch()
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(_options.Directory) { IncludeSubdirectories = true };
            watcher.Changed += OnChange;
            watcher.Created += OnChange;
            watcher.Deleted += OnChange;
            watcher.Renamed += OnChange;
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            watcher?.Dispose();
            Log.NotWatched(_log, exception, _options.Directory, _options.PollSeconds);
            return null;
        }
    }

    // Editors write in several steps; each one delays the reading until they pause.
    private void OnChange(object sender, FileSystemEventArgs change) => _settled.Change(_settle, Timeout.InfiniteTimeSpan);

    private void Refresh()
    {
        try
        {
            if (_library.Refresh())
            {
                _settled.Change(_settle, Timeout.InfiniteTimeSpan);
            }
        }
        catch (Exception exception)
        {
            // An exception on a timer's thread cannot be caught elsewhere and would end the process.
            Log.RefreshFailed(_log, exception);
        }
    }
}
