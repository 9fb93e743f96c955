using AzuSena.Answering.Grounding;
using AzuSena.Answers;
using AzuSena.Languages;
using AzuSena.Memory.Translation;
using AzuSena.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AzuSena.Answering.English;

public sealed class EnglishFrameTests
{
    private const string Framed = "*(machine translation)* IT LASTS LITTLE.\n\nFrom the documents, in Spanish:\n\nTarda poco. [1]";

    private static readonly Citation Cited = Citation.Of(1, Samples.Passage("Tarda poco."), 0, 11);

    [Fact]
    public async Task AroundAsync_Lead_HasItsTranslationBefore() =>
        Text(await Around([.. Quote(), new AnswerLeadEnded(), new AnswerPiece("\n\nResto.")])).Should().Be(Framed + "\n\nResto.");

    [Fact]
    public async Task AroundAsync_Lead_EndsAfterTranslationAndQuote()
    {
        var parts = await Around([.. Quote(), new AnswerLeadEnded(), new AnswerPiece("\n\nResto.")]);

        Text(parts.TakeWhile(part => part is not AnswerLeadEnded)).Should().Be(Framed);
    }

    [Fact]
    public async Task AroundAsync_WithoutApertium_HasTheFrameAlone() =>
        Text(await Around([.. Quote(), new AnswerLeadEnded()], isInstalled: false)).Should().Be("From the documents, in Spanish:\n\nTarda poco. [1]");

    [Fact]
    public async Task AroundAsync_OwnWordsFirst_StayFirst() =>
        Text(await Around([new AnswerRemark("No."), .. Quote(" "), new AnswerLeadEnded()])).Should().Be($"No. {Framed}");

    [Fact]
    public async Task AroundAsync_OwnWordsWithoutApertium_AreAParagraph() =>
        Text(await Around([new AnswerRemark("No."), .. Quote(" "), new AnswerLeadEnded()], isInstalled: false))
            .Should().Be("No.\n\nFrom the documents, in Spanish:\n\nTarda poco. [1]");

    [Theory]
    [InlineData(SentenceSupport.Unsupported, false)]
    [InlineData(SentenceSupport.Partly, false)]
    [InlineData(SentenceSupport.Supported, true)]
    public async Task AroundAsync_LeadThatMayNotStand_IsNotTranslated(SentenceSupport support, bool isRetracted) =>
        Text(await Around([.. Quote(support: support, isRetracted: isRetracted), new AnswerLeadEnded()])).Should().NotContain("translation");

    [Fact]
    public async Task AroundAsync_LeadWithdrawn_IsNotSaid() =>
        Text(await Around([new AnswerPiece("Something else"), new AnswerWithdrawn(), .. Quote(), new AnswerLeadEnded()])).Should().Be(Framed);

    [Fact]
    public async Task AroundAsync_ModelDeclines_IsSaidInEnglish()
    {
        var parts = await Around([new AnswerPiece("No lo encontré en los documentos que tengo."), new AnswerLeadEnded(), new AnswerDeclined()]);

        Text(parts).Should().Be(AnswerTexts.Get("Abstained", AskedLanguage.English));
        parts[^1].Should().BeOfType<AnswerDeclined>();
    }

    [Fact]
    public async Task AroundAsync_NoLead_IsPassedOn() => Text(await Around([new AnswerPiece("Hola.")])).Should().Be("Hola.");

    [Fact]
    public async Task AroundAsync_NoticeBeforeTheLead_IsNotHeldBack()
    {
        var notice = new AnswerNotice(new ModeChanged("extractive", "model_timeout"));

        (await Around([.. Quote(), notice, new AnswerLeadEnded()]))[0].Should().Be(notice);
    }

    private static IEnumerable<AnswerPart> Quote(
        string before = "", SentenceSupport support = SentenceSupport.Supported, bool isRetracted = false) =>
    [
        new AnswerPiece(before + "Tarda poco. [1]", Cited),
        new GroundedSentence("Tarda poco.", before.Length, 15, new SentenceVerdict(support, 1, [], [], IsDenied: false), [Cited], isRetracted),
    ];

    private static string Text(IEnumerable<AnswerPart> parts) =>
        string.Concat(parts.Select(part => (part as AnswerPiece)?.Text ?? (part as AnswerRemark)?.Text));

    private static async Task<List<AnswerPart>> Around(IEnumerable<AnswerPart> parts, bool isInstalled = true)
    {
        var translator = new LeadTranslator(new Lazy<ITranslator?>(isInstalled ? new Translator() : null), TimeProvider.System, NullLogger.Instance);
        return await new EnglishFrame(translator).AroundAsync(parts.ToAsyncEnumerable(), CancellationToken.None).ToListAsync();
    }

    private sealed class Translator : ITranslator
    {
        public Task<IReadOnlyList<string>> TranslateAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>>([.. texts.Select(text => text.Replace("Tarda poco.", "IT LASTS LITTLE.", StringComparison.Ordinal))]);
    }
}
