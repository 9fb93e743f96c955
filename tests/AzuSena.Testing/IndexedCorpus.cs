namespace AzuSena.Testing;

/// <summary>The product over the corpus that it ships with, indexed once for the tests that share it.</summary>
public sealed class IndexedCorpus : IAsyncLifetime
{
    public TestProduct Product { get; } = new(Repository.Corpus);

    public Task InitializeAsync() => Product.IndexAsync();

    public Task DisposeAsync() => Product.DisposeAsync().AsTask();
}
