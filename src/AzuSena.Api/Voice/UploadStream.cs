using AzuSena.Api.Bodies;
using AzuSena.Errors;
using AzuSena.Voice;

namespace AzuSena.Api.Voice;

/// <summary>
/// A part of a request's body. Read errors are reported as the sender's: too large, too slow, cut off or not of the declared form; a fault of the disk that it
/// is written to stays a server error.
/// </summary>
internal sealed class UploadStream(Stream body, VoiceOptions options) : AsyncStream
{
    /// <summary>Whether an exception from reading is the sender's fault.</summary>
    public static bool IsOfSender(Exception exception) => exception is BadHttpRequestException or InvalidDataException or IOException;

    /// <summary>The error reported to the sender.</summary>
    public static AzuSenaException ErrorOf(Exception exception, VoiceOptions options) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            new AzuSenaException(ErrorCode.AudioTooLong, TooLarge(options), exception),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => new AzuSenaException(ErrorCode.UploadTimeout, exception),
        _ => new AzuSenaException(ErrorCode.AudioInvalid, ErrorCodeNames.Text("UploadCut"), exception),
    };

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception exception) when (IsOfSender(exception))
        {
            throw ErrorOf(exception, options);
        }
    }

    private static string TooLarge(VoiceOptions options) => ErrorCodeNames.Text("AudioTooLarge", options.MaxBytes / (double)(1 << 20));
}
