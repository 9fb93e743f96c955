using AzuSena.Memory.Translation;
using AzuSena.Support;

namespace AzuSena.Memory.Embeddings;

/// <summary>The decorators, over a double that counts calls.</summary>
public sealed class CachingEmbeddingGeneratorTests
{
    private readonly EmbeddingGeneratorDouble _inner = new();

    [Fact]
    public async Task Generate_OneText_IsComputedOnceUntilOthersPushItOut()
    {
        using var cache = new CachingEmbeddingGenerator(_inner, capacity: 2);

        foreach (var text in new[] { "a", "b", "a", "c", "a", "b" })
        {
            (await cache.GenerateAsync([text]))[0].Vector.Length.Should().Be(EmbeddingGeneratorDouble.Dimension);
        }

        _inner.Calls.Should().BeEquivalentTo([["a"], ["b"], ["c"], new[] { "b" }], "a was used before c came, so b had to go");
    }

    [Fact]
    public async Task Generate_ManyTexts_AreNotKept()
    {
        using var cache = new CachingEmbeddingGenerator(_inner);

        await cache.GenerateAsync(["a", "b"]);
        await cache.GenerateAsync(["a", "b"]);
        await cache.GenerateAsync(["a"]);

        _inner.Calls.Should().HaveCount(3);
    }

    [Fact]
    public async Task Generate_Translating_SendsTheTranslationOfWhatTheModelReads()
    {
        using var translating = new TranslatingEmbeddingGenerator(_inner, new UpperCase(), maxCharacters: 4);

        await translating.GenerateAsync(["hola", "adiós"]);

        _inner.Calls.Should().ContainSingle().Which.Should().Equal("HOLA", "ADIÓ");
    }

    [Theory]
    [InlineData("bge-m3", "", "")]
    [InlineData("nomic-embed-text:v1.5", "search_query: ", "search_document: ")]
    [InlineData("intfloat/multilingual-E5-small", "query: ", "passage: ")]
    [InlineData("text-embedding-3-small", "", "")]
    public void Of_ModelThatIsKnown_AreItsPrefixes(string model, string question, string passage) =>
        ModelPrefixes.Of(model).Should().Be(new ModelPrefixes(question, passage));

    [Fact]
    public void Or_WhatTheOperatorAsks_GoesBefore() =>
        new ModelPrefixes("query: ", "passage: ").Or(new EmbeddingOptions { QuestionPrefix = "p: ", PassagePrefix = EmbeddingOptions.NoPrefix })
            .Should().Be(new ModelPrefixes("p: ", ""));

    private sealed class UpperCase : ITranslator
    {
        public Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>>([.. texts.Select(text => text.ToUpperInvariant())]);
    }
}
