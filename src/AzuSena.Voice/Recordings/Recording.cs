namespace AzuSena.Voice.Recordings;

/// <summary>A received recording: a private file, which is deleted when disposed.</summary>
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

    /// <summary>Its format, detected from the content.</summary>
    public RecordingFormat Format { get; }

    /// <summary>Its length in bytes.</summary>
    public long Length { get; }

    /// <summary>Its file.</summary>
    internal string Path { get; }

    /// <summary>Ties the lifetime of an object to the recording, such as its place in the limit of recordings.</summary>
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
