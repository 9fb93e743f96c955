using System.Buffers;
using AzuSena.Errors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Recordings;

/// <summary>
/// Takes recordings in: so large, of a kind that is known, into files that are gone when they are heard. Memory for each is one small buffer, whatever its
/// size. How many may come at once, and how fast they must, is the caller's to see to.
/// </summary>
public sealed class RecordingIntake(IOptions<VoiceOptions> options, ILogger<RecordingIntake> log) : IDisposable
{
    private const int BufferLength = 32_768;

    private readonly RecordingFolder _folder = new(options.Value.TempPath);

    /// <summary>Takes one in.</summary>
    /// <param name="body">Its bytes as they come.</param>
    /// <param name="cancellationToken">Ends it; nothing is left then.</param>
    /// <exception cref="AzuSenaException">
    /// <see cref="ErrorCode.AudioInvalid"/> (empty), <see cref="ErrorCode.AudioUnsupported"/> or <see cref="ErrorCode.AudioTooLong"/> (too large).
    /// </exception>
    public async Task<Recording> ReceiveAsync(Stream body, CancellationToken cancellationToken)
    {
        var file = _folder.Create();
        try
        {
            var format = await CopyAsync(body, file, cancellationToken);
            var length = file.Length;
            await file.DisposeAsync();
            return new Recording(file.Name, length, format, () => _folder.Remove(file.Name));
        }
        catch
        {
            try
            {
                await file.DisposeAsync();
            }
            finally
            {
                _folder.Remove(file.Name);
            }

            throw;
        }
    }

    /// <summary>Removes what a process that was killed has left.</summary>
    public void RemoveLeftovers()
    {
        try
        {
            _folder.RemoveLeft();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.LeftoversStay(log, exception, options.Value.TempPath);
        }
    }

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
}
