using System.Text;
using AzuSena.Errors;
using AzuSena.Voice;
using AzuSena.Voice.Recordings;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AzuSena.Api.Voice;

/// <summary>
/// Reads a form with a recording as it comes: the recording goes to a private file and the other fields stay small, so that memory does not depend on what
/// is sent. The file's name and type in the request are not looked at.
/// </summary>
internal sealed class VoiceFormReader(RecordingIntake intake, IOptions<VoiceOptions> options)
{
    // Boundaries, headers and the other fields.
    private const int Overhead = 64 * 1024;
    private const int MaxField = 4 * 1024;
    private const int MaxSections = 32;
    private const int MaxBoundary = 70;

    private static readonly string[] RecordingFields = ["audio_file", "file"];

    /// <summary>Reads the form; the recording is gone with the response at the latest.</summary>
    /// <exception cref="AzuSenaException">There is no recording in it, or one that cannot be taken; says why.</exception>
    public async Task<VoiceForm> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.Value.MaxBytes + Overhead;
        }

        var reader = new MultipartReader(BoundaryOf(context.Request), context.Request.Body);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Recording? recording = null;
        for (var count = 0; await NextAsync(reader, cancellationToken) is { } section; count++)
        {
            if (count == MaxSections)
            {
                throw new AzuSenaException(ErrorCode.RequestInvalid);
            }

            var name = NameOf(section);
            var body = new UploadStream(section.Body, options.Value);
            if (!RecordingFields.Contains(name))
            {
                fields[name] = await ReadFieldAsync(body, cancellationToken);
            }
            else if (recording is null)
            {
                recording = await intake.ReceiveAsync(body, cancellationToken);
                context.Response.RegisterForDispose(recording);
            }
        }

        return new VoiceForm(recording ?? throw Missing(), fields);
    }

    private static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= MaxBoundary } boundary ? boundary : throw Missing();

    private static string NameOf(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) ? HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "" : "";

    private async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception exception) when (UploadStream.IsOfSender(exception))
        {
            throw UploadStream.ErrorOf(exception, options.Value);
        }
    }

    private static async Task<string> ReadFieldAsync(UploadStream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxField + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= MaxField ? Encoding.UTF8.GetString(buffer, 0, length) : throw new AzuSenaException(ErrorCode.RequestInvalid);
    }

    private static AzuSenaException Missing() => new(ErrorCode.AudioInvalid, ErrorCodeNames.Text("AudioMissing"));
}
