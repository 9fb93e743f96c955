using AzuSena.Memory.Translation;
using AzuSena.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Answering.English;

public sealed class LeadTranslatorTests
{
    private readonly FakeTimeProvider _time = new();

    [ApertiumFact]
    public async Task TranslateAsync_ListWithApertium_KeepsItsLinesFiguresAndAddresses()
    {
        using var translators = new ApertiumTranslators(TimeProvider.System, NullLogger<ApertiumTranslators>.Instance);
        var translator = new LeadTranslator(translators, TimeProvider.System, NullLogger<LeadTranslator>.Instance);

        var english = await translator.TranslateAsync(
            "Requisitos de la matrícula:\n- Tener 16 años.\n- Pagar $ 1.500 en www.sena.edu.co/pagos.", CancellationToken.None);

        var lines = english!.Split('\n');
        lines[0].Should().Contain("enrolment").And.EndWith(":");
        lines[1].Should().StartWith("- ").And.Contain("16 years");
        lines[2].Should().StartWith("- ").And.Contain("$ 1.500").And.Contain("www.sena.edu.co/pagos");
    }

    [Fact]
    public async Task TranslateAsync_WithoutApertium_IsNothing() =>
        (await Create(null).TranslateAsync("Tarda poco.", CancellationToken.None)).Should().BeNull();

    [Theory]
    [InlineData("It lasts 3 years.", "It lasts 3 years.")]
    [InlineData("It lasts years.", null)]
    [InlineData("It lasts 3 years or 33.", null)]
    public async Task TranslateAsync_FiguresThatDiffer_IsNothing(string translation, string? expected) =>
        (await Create(new Translator(_ => Task.FromResult(translation))).TranslateAsync("Tarda 3 años.", CancellationToken.None)).Should().Be(expected);

    [Theory]
    [InlineData("It does not charge.", true)]
    [InlineData("It charges.", false)]
    public async Task TranslateAsync_DenialThatIsLost_IsNothing(string translation, bool isKept) =>
        (await Create(new Translator(_ => Task.FromResult(translation))).TranslateAsync("No cobra.", CancellationToken.None)).Should()
            .Be(isKept ? translation : null);

    [Fact]
    public async Task TranslateAsync_ApertiumFails_IsNothing() =>
        (await Create(new Translator(_ => throw new TranslationException("Ended."))).TranslateAsync("Tarda poco.", CancellationToken.None)).Should().BeNull();

    [Fact]
    public async Task TranslateAsync_ApertiumHangs_IsNothingAfterTheLimit()
    {
        var translation = Create(new Translator(Hang)).TranslateAsync("Tarda poco.", CancellationToken.None);
        translation.IsCompleted.Should().BeFalse();

        _time.Advance(LeadTranslator.Limit);

        (await translation).Should().BeNull();
    }

    [Fact]
    public async Task TranslateAsync_Cancelled_Throws()
    {
        using var cancelling = new CancellationTokenSource();
        var translation = Create(new Translator(Hang)).TranslateAsync("Tarda poco.", cancelling.Token);

        await cancelling.CancelAsync();

        await translation.Invoking(it => it).Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task<string> Hang(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return "";
    }

    private LeadTranslator Create(ITranslator? translator) => new(new Lazy<ITranslator?>(translator), _time, NullLogger.Instance);

    private sealed class Translator(Func<CancellationToken, Task<string>> translate) : ITranslator
    {
        public async Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
            [await translate(cancellationToken)];
    }
}
