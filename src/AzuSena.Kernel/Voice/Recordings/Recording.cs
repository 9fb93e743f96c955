namespace AzuSena.Voice.Recordings;

/// <summary>A recording that has arrived: a private file, and a place among those that may be here. Disposing it gives both back.</summary>
public sealed class Recording : IDisposable
{
    private readonly Action _release;
    private bool _isDisposed;

    internal Recording(string path, long length, RecordingFormat format, Action release)
    {
        (Path, Length, Format) = (path, length, format);
        _release = release;
    }

    /// <summary>What it is, as told by its content.</summary>
    public RecordingFormat Format { get; }

    /// <summary>Its bytes.</summary>
    public long Length { get; }

    /// <summary>Its file.</summary>
    internal string Path { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!Interlocked.Exchange(ref _isDisposed, true))
        {
            _release();
        }
    }
}
