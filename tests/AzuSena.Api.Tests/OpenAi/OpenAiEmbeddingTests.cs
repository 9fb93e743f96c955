using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing.OpenAi;

namespace AzuSena.Api.Tests.OpenAi;

/// <summary>Vectors for OpenAI's clients, by whatever model the search has; here a server double, whose vector of a text is its length, 1 and 0.</summary>
public sealed class OpenAiEmbeddingTests
{
    private const string Path = "/v1/embeddings";

    [Fact]
    public async Task Embeddings_TheirOwnClient_GetsTheVectorsOfTheConfiguredModel()
    {
        await using var server = await OpenAiDouble.RunAsync();
        await using var api = await StartAsync(server);

        var reply = (await OpenAiClient.CallAsync(api, "embeddings", new { model = "azusena", input = new[] { "hola", "buenos días" } }))[0];

        reply.Text("model").Should().Be("doble");
        var vectors = reply.GetProperty("data").EnumerateArray()
            .Select(entry => entry.GetProperty("embedding").EnumerateArray().Select(component => component.GetDouble()).ToArray()).ToList();
        vectors.Should().HaveCount(2);
        (vectors[0][0] / vectors[0][1]).Should().BeApproximately(4, 0.001, "«hola» has four characters");
        (vectors[1][0] / vectors[1][1]).Should().BeApproximately(11, 0.001);
        vectors[0].Sum(component => component * component).Should().BeApproximately(1, 0.001);
        reply.GetProperty("usage").GetProperty("total_tokens").GetInt32().Should().BePositive();
    }

    [Fact]
    public async Task Embeddings_FloatAndBase64_AreTheSameVector()
    {
        await using var server = await OpenAiDouble.RunAsync();
        await using var api = await StartAsync(server);

        var floats = await AskAsync(api, new { model = "doble", input = "hola", encoding_format = "float", dimensions = 3 });
        var base64 = await AskAsync(api, new { model = "doble", input = "hola", encoding_format = "base64" });

        var bytes = Convert.FromBase64String(base64.GetProperty("data")[0].Text("embedding"));
        Enumerable.Range(0, 3).Select(index => BitConverter.ToSingle(bytes, index * sizeof(float)))
            .Should().Equal(floats.GetProperty("data")[0].GetProperty("embedding").EnumerateArray().Select(component => component.GetSingle()));
    }

    [Theory]
    [InlineData("""{"model": "azusena", "input": "hola", "dimensions": 256}""", "dimensions", "unsupported_parameter")]
    [InlineData("""{"model": "text-embedding-3-small", "input": "hola"}""", "model", "model_not_found")]
    [InlineData("""{"model": "azusena", "input": [1, 2, 3]}""", "input", "unsupported_parameter")]
    [InlineData("""{"model": "azusena", "input": ["hola", ""]}""", "input", "invalid_value")]
    [InlineData("""{"model": "azusena", "input": "hola", "encoding_format": "int8"}""", "encoding_format", "invalid_value")]
    public async Task Embeddings_WhatCannotBe_IsRefusedByName(string body, string param, string code)
    {
        await using var server = await OpenAiDouble.RunAsync();
        await using var api = await StartAsync(server);

        using var response = await api.Client.PostBodyAsync(Path, body);

        var status = code == "model_not_found" ? HttpStatusCode.NotFound : HttpStatusCode.BadRequest;
        await response.ShouldBeOpenAiErrorAsync(status, "invalid_request_error", code, param);
    }

    [Fact]
    public async Task Embeddings_NoEmbedder_SaysThatVectorsAreOff()
    {
        await using var api = await TestApi.StartAsync();
        using var response = await api.Client.PostAsJsonAsync(Path, new { model = "azusena", input = "hola" });

        var error = await response.ShouldBeOpenAiErrorAsync(HttpStatusCode.ServiceUnavailable, "server_error", "embeddings_unavailable", param: null);
        error.Text("message").Should().Contain("vectores");
    }

    private static Task<TestApi> StartAsync(OpenAiDouble server) => TestApi.StartAsync(
        "--Embedding:Provider=openai", $"--Embedding:BaseUrl={server.BaseUrl}", "--Embedding:Model=doble");

    private static async Task<JsonElement> AskAsync(TestApi api, object body)
    {
        using var response = await api.Client.PostAsJsonAsync(Path, body);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
