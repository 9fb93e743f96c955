using System.Text;
using AzuSena.Api.Answers.Live;
using AzuSena.Errors;
using AzuSena.Voice;
using AzuSena.Voice.Recordings;
using AzuSena.Voice.Transcribing;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace AzuSena.Api.Voice;

/// <summary>
/// Reads a form with a recording as it arrives: the recording goes to a private file and the other fields stay small, so that memory does not depend on the
/// upload's size. The file's name and type in the request are ignored. While reading it holds one of its address's slots and none of those for transcription.
/// </summary>
internal sealed class VoiceFormReader(RecordingIntake intake, Transcriber transcriber, VoiceSlots slots, IOptions<VoiceOptions> options, TimeProvider time)
{
    // Boundaries, headers and the other fields.
    private const int Overhead = 64 * 1024;
    private const int MaxField = 4 * 1024;
    private const int MaxSections = 32;
    private const int MaxBoundary = 70;

    private static readonly string[] RecordingFields = ["audio_file", "file"];

    /// <summary>Reads the form; the recording is deleted with the response at the latest, and at once if the form is refused.</summary>
    /// <exception cref="AzuSenaException">There is no recording in it, or one that is refused; the message says why.</exception>
    public async Task<VoiceForm> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.Value.MaxBytes + Overhead;
        }

        var boundary = BoundaryOf(context.Request);
        transcriber.CheckRoom();
        var slot = slots.EnterRecording(Asker.Of(context).Address);
        Recording? recording = null;
        try
        {
            await using var body = new PacedBody(context.Request.Body, options.Value, time);
            var reader = new MultipartReader(boundary, body);
            var fields = await ReadPartsAsync(reader, async part => recording ??= await intake.ReceiveAsync(part, cancellationToken), cancellationToken);
            var form = VoiceForm.Create(recording ?? throw Missing(), fields, context.User);
            recording.Keep(slot);
            context.Response.RegisterForDispose(recording);
            return form;
        }
        catch
        {
            recording?.Dispose();
            slot.Dispose();
            throw;
        }
    }

    private async Task<Dictionary<string, string>> ReadPartsAsync(MultipartReader reader, Func<Stream, Task> receive, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
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
            else
            {
                await receive(body);
            }
        }

        return fields;
    }

    private static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= MaxBoundary } boundary ? boundary : throw Missing();

    private static string NameOf(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
            ? HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""
            : "";

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
