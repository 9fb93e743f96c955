using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using AzuSena.Api.Tests.OpenAi;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Answers;

[Collection(CorpusApiGroup.Name)]
public sealed class BodyEncodingTests(CorpusApi api)
{
    public static TheoryData<string> JsonPaths => new(
        Asking.TextPath, Asking.StreamPath, "/azusena_api/questions/nada/feedback", "/azusena_api/conversations/nada", "/azusena_api/speech");

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("identity")]
    public async Task Ask_EncodedBody_IsDecoded(string encoding)
    {
        using var response = await PostAsync(Asking.TextPath, Encode(encoding, Asking.Greeting), encoding);

        response.StatusCode.Should().Be(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [MemberData(nameof(JsonPaths))]
    public async Task AnyBody_EncodedWell_IsReadLikeAPlainOne(string path)
    {
        var body = """{"query": "", "rating": "up", "title": "Título", "text": ""}""";
        using var plain = await PostAsync(path, Encoding.UTF8.GetBytes(body), encoding: null);
        using var encoded = await PostAsync(path, Encode("gzip", body), "gzip");

        encoded.StatusCode.Should().Be(plain.StatusCode);
        (await DetailOfAsync(encoded)).Should().Be(await DetailOfAsync(plain));
    }

    [Theory]
    [MemberData(nameof(JsonPaths))]
    public async Task AnyBody_UnknownEncoding_IsUnsupportedAndSaysWhichAreNot(string path)
    {
        foreach (var encoding in new[] { "zstd", "compress", "gzip, br", "nada" })
        {
            using var response = await PostAsync(path, Encoding.UTF8.GetBytes(Asking.Greeting), encoding);

            await response.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "encoding_unsupported");
            response.Headers.GetValues("Accept-Encoding").Single().Should().Contain("gzip").And.Contain("br");
        }
    }

    [Theory]
    [MemberData(nameof(JsonPaths))]
    public async Task AnyBody_Bomb_IsTooLarge(string path)
    {
        // Eight megabytes of blanks are 8 kB of gzip and less of Brotli, which alone would be taken.
        foreach (var encoding in new[] { "gzip", "br" })
        {
            using var response = await PostAsync(path, Encode(encoding, new string(' ', 8 * 1024 * 1024)), encoding);

            await response.ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "request_too_large");
        }
    }

    [Theory]
    [MemberData(nameof(JsonPaths))]
    public async Task AnyBody_NotOfTheEncodingItClaims_IsInvalid(string path)
    {
        var cut = Encode("gzip", """{"query": "¿Cuándo abre la biblioteca del centro de formación?", "rating": "x"}""")[..30];
        var plain = Encoding.UTF8.GetBytes(Asking.Greeting);
        foreach (var (encoding, body) in new[] { ("gzip", plain), ("br", plain), ("deflate", [1, 2, 3]), ("gzip", cut) })
        {
            using var response = await PostAsync(path, body, encoding);

            await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request_invalid");
        }
    }

    [Theory]
    [InlineData("/azusena_api/query/voice")]
    [InlineData("/azusena_api/transcriptions")]
    public async Task Recording_Encoded_IsUnsupported(string path)
    {
        using var response = await PostAsync(path, Encode("gzip", "--x--\r\n"), "gzip", "multipart/form-data; boundary=x");

        await response.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "encoding_unsupported");
    }

    [Fact]
    public async Task Recording_EncodedForOpenAi_IsUnsupportedInItsForm()
    {
        using var response = await PostAsync("/v1/audio/transcriptions", Encode("gzip", "--x--\r\n"), "gzip", "multipart/form-data; boundary=x");

        await response.ShouldBeOpenAiErrorAsync(HttpStatusCode.UnsupportedMediaType, "invalid_request_error", "encoding_unsupported", param: null);
    }

    [Theory]
    [MemberData(nameof(JsonPaths))]
    public async Task AnyBody_OtherCharacterSet_IsUnsupported(string path)
    {
        foreach (var charset in new[] { "iso-8859-1", "utf-16", "nada", "\"windows-1252\"" })
        {
            using var response = await PostAsync(path, Encoding.ASCII.GetBytes(Asking.Greeting), encoding: null, $"application/json; charset={charset}");

            await response.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "encoding_unsupported");
        }
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("UTF8")]
    [InlineData("\"utf-8\"")]
    [InlineData("us-ascii")]
    public async Task Ask_CharacterSetOfUtf8_IsAnswered(string charset)
    {
        using var response = await PostAsync(Asking.TextPath, Encoding.ASCII.GetBytes(Asking.Greeting), encoding: null, $"application/json; charset={charset}");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static async Task<string> DetailOfAsync(HttpResponseMessage response) =>
        JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()).Text("detail");

    private async Task<HttpResponseMessage> PostAsync(string path, byte[] body, string? encoding, string mediaType = "application/json")
    {
        var method = path.Contains("conversations") ? HttpMethod.Patch : HttpMethod.Post;
        using var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        if (encoding is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        }

        return await api.Client.SendAsync(request);
    }

    private static byte[] Encode(string encoding, string text)
    {
        using var encoded = new MemoryStream();
        using (Stream encoder = encoding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(encoded, CompressionLevel.SmallestSize, leaveOpen: true),
            "deflate" => new ZLibStream(encoded, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
            _ => new BufferedStream(encoded),
        })
        {
            encoder.Write(Encoding.UTF8.GetBytes(text));
            encoder.Flush();
            return encoding == "identity" ? encoded.ToArray() : Finished(encoder, encoded);
        }
    }

    private static byte[] Finished(Stream encoder, MemoryStream encoded)
    {
        encoder.Dispose();
        return encoded.ToArray();
    }
}
