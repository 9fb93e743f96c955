using System.Net;
using System.Net.Http.Headers;

namespace AzuSena.Models.ModelFiles;

/// <summary>Downloads a file in as many tries as it takes: what has come stays, and the next try asks for the rest (RFC 9110, 14.2).</summary>
/// <param name="client">Makes the requests.</param>
/// <param name="time">Bounds the silences.</param>
internal sealed class ResumableDownload(HttpClient client, TimeProvider time)
{
    private const string Unfinished = ".part";

    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(60);

    /// <summary>Brings the file; one that was begun is gone on with.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="path">Where it is put once it is whole; until then what there is of it lies beside.</param>
    /// <param name="progress">Is told the share that has come, 0 to 1, again and again.</param>
    /// <param name="cancellationToken">Ends it; what has come stays.</param>
    /// <exception cref="HttpRequestException">It cannot be had, or was cut; the next call goes on from there.</exception>
    /// <exception cref="IOException">The same, in the middle, or the file cannot be written.</exception>
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
                    // It was whole already, or is another file by now: the hash tells.
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

    private static async Task AppendAsync(HttpResponseMessage response, FileStream file, IProgress<double>? progress, Action heard, CancellationToken cancellationToken)
    {
        // A server that knows no ranges begins anew.
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
