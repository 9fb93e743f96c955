using AzuSena.Api.Bodies;
using AzuSena.Errors;
using AzuSena.Voice;

namespace AzuSena.Api.Voice;

/// <summary>
/// A part of a request's body. What goes wrong with it is the sender's, and told as such: too large, too slow, cut off or not of the form it claims; a fault
/// of the disk that it is written to stays a fault of ours.
/// </summary>
internal sealed class UploadStream(Stream body, VoiceOptions options) : AsyncStream
{
    /// <summary>Whether an exception from reading is the sender's doing.</summary>
    public static bool IsOfSender(Exception exception) => exception is BadHttpRequestException or InvalidDataException or IOException;

    /// <summary>What the sender is told of it.</summary>
    public static AzuSenaException ErrorOf(Exception exception, VoiceOptions options) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new AzuSenaException(ErrorCode.AudioTooLong, TooLarge(options), exception),
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
