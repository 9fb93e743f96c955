using AzuSena.Answering;
using AzuSena.Memory.Embeddings;
using AzuSena.Memory.Search;
using AzuSena.Models;
using AzuSena.Models.ModelFiles;
using AzuSena.Testing;
using Microsoft.Extensions.Options;

namespace AzuSena;

public sealed class KernelServicesTests
{
    [Theory]
    [InlineData("Memory:MaxPassages", "0", "MAX_DOCS")]
    [InlineData("Memory:MaxPassages", "21", "MAX_DOCS")]
    [InlineData("Answering:TimeoutSeconds", "0", "TIMEOUT_SECONDS")]
    [InlineData("Answering:TimeoutSeconds", "3601", "TIMEOUT_SECONDS")]
    [InlineData("Answering:AbstainBelow", "1.1", "Answering__AbstainBelow")]
    [InlineData("Answering:UncertainBelow", "-0.1", "Answering__UncertainBelow")]
    [InlineData("Answering:UncertainBelow", "0.3", "Answering__UncertainBelow no puede ser menor")]
    [InlineData("Ollama:Port", "70000", "OLLAMA_PORT")]
    [InlineData("Ollama:Temperature", "3", "TEMPERATURE")]
    [InlineData("Embedding:Provider", "azar", "Embedding__Provider")]
    [InlineData("Embedding:Provider", "openai", "Embedding__BaseUrl")]
    [InlineData("Embedding:BatchSize", "0", "Embedding__BatchSize")]
    [InlineData("Embedding:Weight", "1.5", "Embedding__Weight")]
    [InlineData("Embedding:RecheckSeconds", "0", "Embedding__RecheckSeconds")]
    [InlineData("Models:Directory", "", "MODELS_DIR")]
    [InlineData("Ollama:Host", "ftp://modelo", "OLLAMA_HOST")]
    [InlineData("Llm:MaxConcurrent", "0", "Llm__MaxConcurrent")]
    [InlineData("Llm:KeepAlive", "media hora", "Llm__KeepAlive")]
    [InlineData("Llm:MaxOutputTokens", "5000", "Llm__MaxOutputTokens no puede pasar de la mitad")]
    [InlineData("Llm:Provider", "gpt", "Llm__Provider")]
    [InlineData("Llm:Provider", "openai", "Llm__BaseUrl")]
    [InlineData("Llm:Provider", "openai", "Llm__Model")]
    public async Task Options_OutOfRange_NameTheVariable(string key, string value, string variable)
    {
        using var corpus = new TemporaryFolder();
        await using var product = new TestProduct(corpus.Path, settings: (key, value));

        var reading = () => (product.Get<IOptions<SearchOptions>>().Value, product.Get<IOptions<AnsweringOptions>>().Value,
            product.Get<IOptions<OllamaOptions>>().Value,
            product.Get<IOptions<EmbeddingOptions>>().Value, product.Get<IOptions<ModelsOptions>>().Value, product.Get<IOptions<LlmOptions>>().Value);

        reading.Should().Throw<OptionsValidationException>().WithMessage($"*{variable}*");
    }

    [Fact]
    public async Task Options_NothingSet_AreTheDocumentedDefaults()
    {
        using var corpus = new TemporaryFolder();
        await using var product = new TestProduct(corpus.Path);

        product.Get<IOptions<SearchOptions>>().Value.MaxPassages.Should().Be(5);
        product.Get<IOptions<AnsweringOptions>>().Value.Should().BeEquivalentTo(new { AbstainBelow = 0.42, UncertainBelow = 0.65, TimeoutSeconds = 300 });
    }
}
