using System.Net;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Errors;

[Collection(CorpusApiGroup.Name)]
public sealed class ProblemTests(CorpusApi api)
{
    [Theory]
    [InlineData("GET", Asking.TextPath)]
    [InlineData("PUT", Asking.TextPath)]
    [InlineData("DELETE", Asking.StreamPath)]
    [InlineData("POST", "/health")]
    public async Task Request_WrongMethod_IsMethodNotAllowed(string method, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path);
        using var response = await api.Client.SendAsync(request);

        await response.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
    }

    [Theory]
    [InlineData("/no/existe")]
    [InlineData("/azusena_api")]
    [InlineData("/azusena_api/passages")]
    [InlineData("/assets/..%2f..%2fAzuSena.Api.dll")]
    [InlineData("/appsettings.json")]
    public async Task Request_UnknownPath_IsNotFound(string path)
    {
        using var response = await api.Client.GetAsync(path);

        await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
