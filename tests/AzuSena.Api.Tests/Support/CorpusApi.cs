using AzuSena.Testing;

namespace AzuSena.Api.Tests.Support;

/// <summary>One service over the product's own corpus, shared by the tests that only ask.</summary>
public sealed class CorpusApi : IAsyncLifetime
{
    public TestApi Api { get; } = TestApi.Build(corpus: Repository.Corpus);

    public HttpClient Client => Api.Client;

    public async Task InitializeAsync()
    {
        await Api.StartAsync();
        await Api.Indexed;
    }

    public async Task DisposeAsync() => await Api.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class CorpusApiGroup : ICollectionFixture<CorpusApi>
{
    public const string Name = "Over the corpus";
}
