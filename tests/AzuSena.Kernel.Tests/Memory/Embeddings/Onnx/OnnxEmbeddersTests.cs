using AzuSena.Memory.Translation;
using AzuSena.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Embeddings.Onnx;

/// <summary>A folder that an operator drops in, over a network whose vectors can be worked out by hand.</summary>
public sealed class OnnxEmbeddersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ApertiumTranslators _translators = new(TimeProvider.System, NullLogger<ApertiumTranslators>.Instance);
    private readonly EmbeddingOptions _options = new() { BatchSize = 2 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EmbedPassages_Mean_IsTheMeanOfTheTokensWithoutPadding(bool withTokenTypes)
    {
        TinyModel.WriteFolder(_folder.Path, withTokenTypes: withTokenTypes);
        var embedder = await LoadAsync();

        // [CLS] uno [SEP] = (1,0) (2,0) (0,1); [CLS] uno dos tres [SEP] = (1,0) (2,0) (0,4) (6,6) (0,1).
        var vectors = await embedder.EmbedPassagesAsync(["uno", "uno dos tres"], CancellationToken.None);

        vectors.Should().BeEquivalentTo([Unit(3, 1), Unit(9, 11)], Approximately);
        embedder.Fingerprint.Should().BeEquivalentTo(new { Provider = "onnx", Dimension = 2, Pooling = "mean", QuestionPrefix = "", PassagePrefix = "" });
    }

    [Fact]
    public async Task EmbedPassages_Cls_IsTheFirstToken()
    {
        TinyModel.WriteFolder(_folder.Path, """, "pooling": "cls" """);
        var embedder = await LoadAsync();

        (await embedder.EmbedQuestionAsync("tres", CancellationToken.None)).Should().Equal(1, 0);
        embedder.Fingerprint.Pooling.Should().Be("cls");
    }

    [Fact]
    public async Task EmbedPassages_ManyOfEveryLength_KeepTheirOrder()
    {
        TinyModel.WriteFolder(_folder.Path);
        var embedder = await LoadAsync();
        string[] texts = ["tres tres tres tres", "dos", "uno uno", "dos dos dos", "uno", "", "tres"];

        var together = await embedder.EmbedPassagesAsync(texts, CancellationToken.None);

        for (var index = 0; index < texts.Length; index++)
        {
            together[index].Should().Equal((await embedder.EmbedPassagesAsync([texts[index]], CancellationToken.None))[0]);
        }
    }

    [Fact]
    public async Task EmbedPassages_BeyondTheModelsLength_HasNoSay()
    {
        TinyModel.WriteFolder(_folder.Path, """, "maxTokens": 8""");
        var embedder = await LoadAsync();

        var vectors = await embedder.EmbedPassagesAsync(["uno uno uno uno uno uno", "uno uno uno uno uno uno tres"], CancellationToken.None);

        vectors[1].Should().Equal(vectors[0]);
    }

    [Fact]
    public async Task Embed_Prefixes_AreOnesOfTheDescriptionOrOfTheOperator()
    {
        TinyModel.WriteFolder(_folder.Path, """, "questionPrefix": "dos ", "passagePrefix": "tres ", "weight": 0.7""");
        var own = await LoadAsync();
        _options.QuestionPrefix = EmbeddingOptions.NoPrefix;
        _options.Weight = 0.1;
        var overridden = await LoadAsync();

        own.Weight.Should().Be(0.7);
        (await own.EmbedQuestionAsync("uno", CancellationToken.None)).Should().BeEquivalentTo(Unit(3, 5), Approximately);
        (await own.EmbedPassagesAsync(["uno"], CancellationToken.None))[0].Should().BeEquivalentTo(Unit(9, 7), Approximately);
        overridden.Weight.Should().Be(0.1);
        overridden.Fingerprint.QuestionPrefix.Should().BeEmpty();
        overridden.Fingerprint.PassagePrefix.Should().Be("tres ");
        overridden.Fingerprint.Text.Should().NotBe(own.Fingerprint.Text);
    }

    [Fact]
    public async Task Probe_ReplacedNetwork_IsAnotherOfferAndAnotherFingerprint()
    {
        TinyModel.WriteFolder(_folder.Path);
        var (first, firstKey) = (await LoadAsync(), (await ProbeAsync()).Key);
        TinyModel.WriteFolder(_folder.Path, table: [.. TinyModel.Table.Select(row => new float[] { row[0], row[1], 1 })]);

        (await ProbeAsync()).Key.Should().NotBe(firstKey);
        var second = await LoadAsync();

        second.Fingerprint.Dimension.Should().Be(3);
        second.Fingerprint.Model.Should().StartWith("tiny@").And.NotBe(first.Fingerprint.Model);
    }

    [Fact]
    public async Task Embed_Cancelled_IsCancelled()
    {
        TinyModel.WriteFolder(_folder.Path);
        var embedder = await LoadAsync();

        await FluentActions.Awaiting(() => embedder.EmbedPassagesAsync(["uno", "dos"], new CancellationToken(canceled: true)))
            .Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData("""{ "nombre": "x" }""")]
    [InlineData("""{ "name": "x", "pooling": "max" }""")]
    [InlineData("""{ "name": "x", "weight": 2, "tokenizer": { "file": "vocab.txt" } }""")]
    [InlineData("""{ "name": "x", "maxTokens": 1, "tokenizer": { "file": "vocab.txt" } }""")]
    [InlineData("""{ "name": "x" }""")]
    [InlineData("")]
    public async Task Probe_WrongDescription_SaysSo(string text)
    {
        TinyModel.WriteFolder(_folder.Path);
        _folder.Write(EmbedderDescription.FileName, text);

        await FluentActions.Awaiting(ProbeAsync).Should().ThrowAsync<EmbeddingException>();
    }

    [Fact]
    public async Task Load_NoNetwork_SaysSo()
    {
        TinyModel.WriteFolder(_folder.Path);
        _folder.Write("model.onnx", "no es una red");

        await FluentActions.Awaiting(LoadAsync).Should().ThrowAsync<EmbeddingException>().WithMessage("*model.onnx*");
    }

    [Fact]
    public async Task Probe_EmptyFolder_OffersNothing() => (await ProbeAsync()).WhyNone.Should().Contain(EmbedderDescription.FileName);

    [Fact]
    public async Task Probe_DirectionThatIsNotInstalled_OffersNothingAndSaysWhich()
    {
        TinyModel.WriteFolder(_folder.Path, """, "translate": "xyz-abc" """);

        (await ProbeAsync()).WhyNone.Should().Contain("xyz-abc");
    }

    public void Dispose()
    {
        _translators.Dispose();
        _folder.Dispose();
    }

    private static FluentAssertions.Equivalency.EquivalencyAssertionOptions<T> Approximately<T>(
        FluentAssertions.Equivalency.EquivalencyAssertionOptions<T> options) =>
        options.WithStrictOrdering().Using<float>(context => context.Subject.Should().BeApproximately(context.Expectation, 1e-6f)).WhenTypeIs<float>();

    private static float[] Unit(float x, float y) => [x / MathF.Sqrt((x * x) + (y * y)), y / MathF.Sqrt((x * x) + (y * y))];

    private Task<EmbedderOffer> ProbeAsync() =>
        new OnnxEmbedders("onnx", _folder.Path, Options.Create(_options), _translators).ProbeAsync(CancellationToken.None);

    private async Task<Embedder> LoadAsync() => await (await ProbeAsync()).LoadAsync!(CancellationToken.None);
}
