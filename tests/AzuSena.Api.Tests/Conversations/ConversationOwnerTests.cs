using System.Net;
using System.Net.Http.Json;

namespace AzuSena.Api.Tests.Conversations;

/// <summary>With <c>API_KEYS</c>, a conversation belongs to the key that began it.</summary>
public sealed class ConversationOwnerTests : IAsyncLifetime
{
    private const string Path = "/azusena_api/conversations";
    private const string Key = "clave-de-prueba-0001";
    private const string OtherKey = "clave-de-prueba-0002";

    private TestApi _api = null!;

    public async Task InitializeAsync() => _api = await TestApi.StartAsync($"--Api:Keys={Key},{OtherKey}");

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task AnyMethod_WithTheKeyThatBeganIt_Works()
    {
        var path = await BeginAsync();

        (await SendAsync(HttpMethod.Get, path, Key, "Authorization", "Bearer ")).Should().Be(HttpStatusCode.OK);
        (await SendAsync(HttpMethod.Patch, path, Key)).Should().Be(HttpStatusCode.OK);
        (await SendAsync(HttpMethod.Delete, path, Key)).Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task AnyMethod_WithAnotherKey_IsNotFound()
    {
        var path = await BeginAsync();

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Patch, HttpMethod.Delete })
        {
            (await SendAsync(method, path, OtherKey)).Should().Be(HttpStatusCode.NotFound);
        }

        (await SendAsync(HttpMethod.Get, path, Key)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AnyMethod_WithoutAKey_IsUnauthorized()
    {
        var path = await BeginAsync();

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Patch, HttpMethod.Delete })
        {
            (await SendAsync(method, path, "")).Should().Be(HttpStatusCode.Unauthorized);
        }
    }

    private async Task<string> BeginAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Headers = { { "X-Api-Key", Key } } };
        using var response = await _api.Client.SendAsync(request);
        return response.Headers.Location!.OriginalString;
    }

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, string key, string header = "X-Api-Key", string prefix = "")
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { { header, prefix + key } } };
        request.Content = method == HttpMethod.Patch ? JsonContent.Create(new { title = "Título" }) : null;
        using var response = await _api.Client.SendAsync(request);
        return response.StatusCode;
    }
}
