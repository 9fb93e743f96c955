using System.Net;
using System.Text.RegularExpressions;

namespace AzuSena.Web.Tests;

/// <summary>The page's files as they come over the wire.</summary>
[Collection(WebChatGroup.Name)]
public sealed partial class PageTests(WebChat web)
{
    private const int MostBytes = 150 * 1024;

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task FirstLoad_Compressed_IsSmall(string encoding)
    {
        var (page, total) = await LoadAsync("/", encoding);

        foreach (var asset in Assets().Matches(page).Select(match => match.Value).Distinct(StringComparer.Ordinal))
        {
            total += (await LoadAsync(asset, encoding)).Bytes;
        }

        total.Should().BeInRange(20_000, MostBytes);
    }

    [Fact]
    public async Task FirstLoad_NamesNothingElsewhere()
    {
        var (page, _) = await LoadAsync("/", "identity");

        page.Should().NotContain("http:").And.NotContain("https:").And.NotContain("<style").And.NotContain("style=").And.NotContain("onload");
        Scripts().Matches(page).Should().OnlyContain(script => script.Groups["code"].Value.Length == 0);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, br;q=0.5", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData("", null)]
    public async Task Page_AcceptEncoding_IsHonoured(string accepted, string? encoding)
    {
        using var response = await GetAsync("/", accepted);

        response.Content.Headers.ContentEncoding.SingleOrDefault().Should().Be(encoding);
        response.Content.Headers.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        response.Headers.Vary.Should().Contain("Accept-Encoding");
        response.Headers.CacheControl!.ToString().Should().Be("no-cache");
    }

    [Fact]
    public async Task Assets_HashedNames_AreKeptForGoodAndOthersAreNot()
    {
        var (page, _) = await LoadAsync("/", "identity");
        foreach (var asset in Assets().Matches(page).Select(match => match.Value))
        {
            using var response = await GetAsync(asset, "br");
            response.Headers.CacheControl!.ToString().Should().Be(HashedAsset().IsMatch(asset) ? "public, max-age=31536000, immutable" : "no-cache", asset);
        }
    }

    private async Task<(string Text, long Bytes)> LoadAsync(string path, string encoding)
    {
        using var response = await GetAsync(path, encoding);
        response.StatusCode.Should().Be(HttpStatusCode.OK, path);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        using var stream = new MemoryStream(bytes);
        using var plain = new StreamReader(response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new System.IO.Compression.BrotliStream(stream, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionMode.Decompress),
            _ => stream,
        });
        return (await plain.ReadToEndAsync(), bytes.Length);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        return await web.Api.Client.SendAsync(request);
    }

    [GeneratedRegex("(?<=(src|href)=\")/assets/[^\"]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assets();

    // As Vite names them: index-D-TH1LJh.js.
    [GeneratedRegex("-[A-Za-z0-9_-]{8}\\.(js|css)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HashedAsset();

    [GeneratedRegex("<script[^>]*>(?<code>[^<]*)</script>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scripts();
}
