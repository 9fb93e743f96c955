using System.IO.Compression;
using AzuSena.Api.Errors;
using AzuSena.Errors;
using Microsoft.AspNetCore.RequestDecompression;
using Microsoft.Net.Http.Headers;

namespace AzuSena.Api.Bodies;

/// <summary>
/// The accepted encodings of bodies: UTF-8, optionally compressed with gzip, deflate or br, in which case the size limit applies to the decompressed body.
/// Recordings are compressed already, and are not accepted compressed again.
/// </summary>
internal static class BodyEncodings
{
    private const string Identity = "identity";
    private const string Form = "multipart/";

    private static readonly string[] CharacterSets = ["utf-8", "utf8", "us-ascii", "ascii"];

    private static readonly Dictionary<string, Func<Stream, Stream>> Decoders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gzip"] = body => new GZipStream(body, CompressionMode.Decompress),
        ["x-gzip"] = body => new GZipStream(body, CompressionMode.Decompress),
        ["deflate"] = body => new ZLibStream(body, CompressionMode.Decompress),
        ["br"] = body => new BrotliStream(body, CompressionMode.Decompress),
    };

    public static IServiceCollection AddBodyEncodings(this IServiceCollection services) => services.AddRequestDecompression(options =>
    {
        options.DecompressionProviders.Clear();
        foreach (var (name, decoder) in Decoders)
        {
            options.DecompressionProviders.Add(name, new Provider(decoder));
        }
    });

    public static void UseBodyEncodings(this IApplicationBuilder app)
    {
        app.Use((context, next) => RefusalOf(context.Request) is { } refusal ? RefuseAsync(context, refusal) : next(context));
        app.UseRequestDecompression();
    }

    // Null if the body can be read.
    private static string? RefusalOf(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        var isEncoded = encoding.Length > 0 && !encoding.Equals(Identity, StringComparison.OrdinalIgnoreCase);
        if (isEncoded && !Decoders.ContainsKey(encoding))
        {
            return nameof(ErrorCode.EncodingUnsupported);
        }

        if (request.ContentType?.StartsWith(Form, StringComparison.OrdinalIgnoreCase) == true)
        {
            return isEncoded ? "RecordingEncoded" : null;
        }

        return IsUtf8(request.ContentType) ? null : nameof(ErrorCode.EncodingUnsupported);
    }

    private static bool IsUtf8(string? contentType) =>
        !MediaTypeHeaderValue.TryParse(contentType, out var type)
        || HeaderUtilities.RemoveQuotes(type.Charset) is not { Length: > 0 } charset
        || CharacterSets.Contains(charset.Value, StringComparer.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext context, string text)
    {
        context.Response.Headers.AcceptEncoding = text == nameof(ErrorCode.EncodingUnsupported) ? string.Join(", ", Decoders.Keys) : Identity;
        return Problems.Of(ErrorCode.EncodingUnsupported, ErrorCodeNames.Text(text)).ExecuteAsync(context);
    }

    private sealed class Provider(Func<Stream, Stream> decoder) : IDecompressionProvider
    {
        public Stream GetDecompressionStream(Stream stream) => new DecodedBody(decoder(stream));
    }
}
