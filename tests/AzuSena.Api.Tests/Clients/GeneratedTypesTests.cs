using AzuSena.Api.Tests.Support;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.Clients;

[Collection(CorpusApiGroup.Name)]
public sealed class GeneratedTypesTests(CorpusApi api)
{
    [Fact]
    public async Task Clients_TheirTypes_AreThoseOfTheService()
    {
        var generator = Path.Combine(Repository.Root, "clients", "generate.mjs");

        var run = await ProcessRun.OfAsync("node", [generator, new Uri(api.Api.Address, "/openapi/v1.json").ToString(), "--check"]);

        run.ExitCode.Should().Be(0, run.Error);
    }
}
