using System.Net;
using System.Net.Http.Headers;

namespace AzuSena.Models.ModelFiles;

/// <summary>Downloads a file in as many attempts as needed: received data is kept, and the next attempt requests the rest (RFC 9110, 14.2).</summary>
/// <param name="client">Sends the requests.</param>
/// <param name="time">The clock of the limit between two reads.</param>
internal sealed class ResumableDownload(HttpClient client, TimeProvider time)
{
    private const string Unfinished = ".part";

    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(60);

    /// <summary>Downloads the file; a partial download is resumed.</summary>
    /// <param name="address">The address.</param>
    /// <param name="path">The target once the file is complete; until then the partial file is beside it.</param>
    /// <param name="progress">Receives the completed share, 0 to 1, repeatedly.</param>
    /// <param name="cancellationToken">Cancels the download; received data is kept.</param>
    /// <exception cref="HttpRequestException">The download failed or was interrupted; the next call resumes it.</exception>
    /// <exception cref="IOException">The download was interrupted, or the file cannot be written.</exception>
    public async Task FetchAsync(Uri address, string path, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(LongestSilence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        try
        {
            await using (var file = new FileStream(path + Unfinished, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.Range = file.Length > 0 ? new RangeHeaderValue(file.Length, null) : null;
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
                if (response.StatusCode is HttpStatusCode.RequestedRangeNotSatisfiable)
                {
                    // It was complete already, or has changed meanwhile: the hash shows which.
                    progress?.Report(1);
                }
                else
                {
                    await AppendAsync(response.EnsureSuccessStatusCode(), file, progress, () => silence.CancelAfter(LongestSilence), either.Token);
                }
            }

            File.Move(path + Unfinished, path, overwrite: true);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("Nothing came for too long.", exception);
        }
    }

    private static async Task AppendAsync(
        HttpResponseMessage response,
        FileStream file,
        IProgress<double>? progress,
        Action heard,
        CancellationToken cancellationToken)
    {
        // A server without support for ranges starts from the beginning.
        file.SetLength(response.StatusCode is HttpStatusCode.PartialContent ? file.Length : 0);
        file.Position = file.Length;
        var whole = file.Length + response.Content.Headers.ContentLength;
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[128 * 1024];
        while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            heard();
            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            progress?.Report(whole > 0 ? (double)file.Length / whole.Value : 0);
        }

        if (whole is not null && file.Length < whole)
        {
            throw new IOException("The download was cut.");
        }
    }
}
