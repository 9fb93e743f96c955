using System.Buffers;
using AzuSena.Errors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Voice.Recordings;

/// <summary>
/// Receives recordings of limited size and known format into files that are deleted after transcription. Memory for each is one small buffer, regardless of its
/// size. The caller limits the number of concurrent uploads and their minimum speed.
/// </summary>
public sealed class RecordingIntake(IOptions<VoiceOptions> options, ILogger<RecordingIntake> log) : IDisposable
{
    private const int BufferLength = 32_768;

    private readonly RecordingFolder _folder = new(options.Value.TempPath);

    /// <summary>Receives a recording.</summary>
    /// <param name="body">Its bytes as they arrive.</param>
    /// <param name="cancellationToken">Cancels the upload; nothing is left then.</param>
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

    /// <summary>Deletes recordings left by a process that was killed.</summary>
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
            // The format is detected before the rest has arrived, so that uploads of other content are rejected early.
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
