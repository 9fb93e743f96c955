namespace AzuSena.Voice.Recordings;

/// <summary>A recording that has arrived: a private file, which disposing it removes.</summary>
public sealed class Recording : IDisposable
{
    private readonly Action _release;
    private IDisposable? _place;
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

    /// <summary>Has something last as long as the recording, such as its place among those that may be here.</summary>
    public void Keep(IDisposable place) => _place = place;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        try
        {
            _release();
        }
        finally
        {
            _place?.Dispose();
        }
    }
}
