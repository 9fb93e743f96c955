using System.Buffers;
using AzuSena.Errors;
using AzuSena.Settings;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Recordings;

/// <summary>
/// Takes recordings in: so many at once, so large, of a kind that is known, into files that are gone when they are heard. Memory for each is one small
/// buffer, whatever its size.
/// </summary>
public sealed class RecordingIntake(IOptions<VoiceOptions> options, TimeProvider time) : IDisposable
{
    private const int BufferLength = 32_768;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    private readonly RecordingFolder _folder = new(options.Value.TempDirectory is { Length: > 0 } named ? Path.GetFullPath(named, EnvironmentSettings.Home) : Path.GetTempPath());
    private int _here;

    /// <summary>How many are here.</summary>
    public int Here => Volatile.Read(ref _here);

    /// <summary>Takes one in.</summary>
    /// <param name="body">Its bytes as they come.</param>
    /// <param name="cancellationToken">Ends it; nothing is left then.</param>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.VoiceUnavailable"/>, <see cref="ErrorCode.VoiceBusy"/>, <see cref="ErrorCode.AudioInvalid"/> (empty),
    /// <see cref="ErrorCode.AudioUnsupported"/>, <see cref="ErrorCode.AudioTooLong"/> (too large) or <see cref="ErrorCode.UploadTimeout"/>.
    /// </exception>
    public async Task<Recording> ReceiveAsync(Stream body, CancellationToken cancellationToken)
    {
        Enter();
        var kept = false;
        FileStream? file = null;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.UploadSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            file = _folder.Create();
            var format = await CopyAsync(body, file, either.Token);
            var recording = new Recording(file.Name, file.Length, format, () => Release(file.Name));
            kept = true;
            return recording;
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new AzuSenaException(ErrorCode.UploadTimeout, exception);
        }
        finally
        {
            if (file is not null)
            {
                await file.DisposeAsync();
            }

            if (!kept)
            {
                Release(file?.Name);
            }
        }
    }

    /// <summary>Counts one in that does not come whole, but as it is spoken; <see cref="Leave"/> counts it out.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.VoiceUnavailable"/> or <see cref="ErrorCode.VoiceBusy"/>.</exception>
    internal void Enter()
    {
        if (!options.Value.Enabled)
        {
            throw new AzuSenaException(ErrorCode.VoiceUnavailable, ErrorCodeNames.Text("VoiceOff"));
        }

        if (Interlocked.Increment(ref _here) > options.Value.MaxConcurrent + options.Value.MaxWaiting)
        {
            Leave();
            throw new AzuSenaException(ErrorCode.VoiceBusy) { RetryAfter = Wait };
        }
    }

    /// <summary>Counts one out.</summary>
    internal void Leave() => Interlocked.Decrement(ref _here);

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private async Task<RecordingFormat> CopyAsync(Stream body, FileStream file, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            // What it is shows before the rest has come, so that what is no recording is not waited for.
            var held = await body.ReadAtLeastAsync(buffer, FormatSniffing.Length, throwOnEndOfStream: false, cancellationToken);
            if (held == 0)
            {
                throw new AzuSenaException(ErrorCode.AudioInvalid, ErrorCodeNames.Text("AudioEmpty"));
            }

            var format = FormatSniffing.Sniff(buffer.AsSpan(0, held)) ?? throw new AzuSenaException(ErrorCode.AudioUnsupported);
            while (held > 0)
            {
                if (file.Length + held > options.Value.MaxBytes)
                {
                    throw new AzuSenaException(ErrorCode.AudioTooLong, ErrorCodeNames.Text("AudioTooLarge", options.Value.MaxBytes / (double)(1 << 20)));
                }

                await file.WriteAsync(buffer.AsMemory(0, held), cancellationToken);
                held = await body.ReadAsync(buffer, cancellationToken);
            }

            return format;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Release(string? path)
    {
        if (path is not null)
        {
            _folder.Remove(path);
        }

        Leave();
    }
}
