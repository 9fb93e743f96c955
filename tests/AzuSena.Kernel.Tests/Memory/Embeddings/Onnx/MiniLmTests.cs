using System.Numerics.Tensors;
using AzuSena.Memory.Embeddings.Onnx.Samples;
using AzuSena.Memory.Embeddings.Onnx.Tokenization;
using AzuSena.Testing;

namespace AzuSena.Memory.Embeddings.Onnx;

/// <summary>The embedded default, for real.</summary>
public sealed class MiniLmTests
{
    [MiniLmFact]
    public void Encode_RealTokenizer_GivesWhatOthersGive()
    {
        var tokenizer = TokenizerFile.Load(Path.Combine(MiniLmFactAttribute.Folder, "tokenizer.json"), new());

        foreach (var sample in Sample.Read<Sample.Encoded>("wordpiece-expected.json"))
        {
            tokenizer.Encode(sample.Text, 512).Should().Equal(sample.Ids, $"«{sample.Text}» is read so elsewhere");
        }
    }

    // Quantised networks round otherwise on processors with other instructions, hence the margin.
    [MiniLmFact]
    public async Task Generate_RealNetwork_GivesWhatOthersGive()
    {
        var samples = Sample.Read<Sample.Embedded>("minilm-vectors.json");
        var description = EmbedderDescription.Read(MiniLmFactAttribute.Folder);
        using var generator = new OnnxEmbeddingGenerator(
            new OnnxModel(Path.Combine(MiniLmFactAttribute.Folder, description.Model), threads: 1),
            TokenizerFile.Load(Path.Combine(MiniLmFactAttribute.Folder, description.Tokenizer.File), description.Tokenizer),
            description,
            batchSize: 8);

        var embeddings = await generator.GenerateAsync(samples.Select(sample => sample.Text));

        foreach (var (embedding, sample) in embeddings.Zip(samples))
        {
            TensorPrimitives.Dot(embedding.Vector.Span, sample.Vector).Should().BeGreaterThan(0.98f, $"that is the vector of «{sample.Text}»");
        }
    }

    [MiniLmFact(withApertium: true)]
    public async Task Current_EmbeddedDefault_PutsSpanishOfOneMeaningNearer()
    {
        using var corpus = new TemporaryFolder();
        await using var product = new TestProduct(corpus.Path, settings: [("Embedding:Provider", "onnx"), ("Models:Directory", MiniLmFactAttribute.Models)]);
        var source = product.Get<IEmbedderSource>();

        var embedder = (await source.CurrentAsync(CancellationToken.None))!;

        var question = await embedder.EmbedQuestionAsync("¿Cuánto cuesta estudiar?", CancellationToken.None);
        var passages = await embedder.EmbedPassagesAsync(
            ["La formación es gratuita: no se paga por los cursos.", "El volcán hizo erupción en la noche."], CancellationToken.None);
        TensorPrimitives.Dot<float>(question, passages[0]).Should().BeGreaterThan(TensorPrimitives.Dot<float>(question, passages[1]) + 0.1f);
        embedder.Fingerprint.Should().BeEquivalentTo(new { Provider = "onnx", Dimension = 384, Pooling = "mean" });
        embedder.Fingerprint.Model.Should().StartWith("all-MiniLM-L6-v2-q8@").And.Contain("+spa-eng@");
        embedder.Weight.Should().Be(0.4);
    }
}
