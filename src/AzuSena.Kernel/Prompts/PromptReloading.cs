using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Prompts;

/// <summary>
/// Keeps the library in line with its folder while the service runs: at once where the file system announces changes, at the next poll where it does not, as
/// on network folders.
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

    /// <summary>Watches nothing until it is started.</summary>
    public PromptReloading(PromptLibrary library, IOptions<PromptOptions> options, TimeProvider time, ILogger<PromptReloading> log)
    {
        _library = library;
        _options = options.Value;
        _log = log;
        _settle = TimeSpan.FromMilliseconds(_options.SettleMilliseconds);
        _settled = time.CreateTimer(_ => Refresh(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _poll = time.CreateTimer(_ => Refresh(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Begins to watch.</summary>
    /// <exception cref="Settings.SettingsException">A prompt that answers need was never good: the service must not start.</exception>
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

    // Editors write in several steps; each puts the reading off until they pause.
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
            // On a timer's thread nobody could catch it, and the process would end.
            Log.RefreshFailed(_log, exception);
        }
    }
}
