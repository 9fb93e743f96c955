using System.Text;
using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Errors;
using Microsoft.Extensions.Hosting;

namespace AzuSena.Answering.Tracing;

/// <summary>Traces are bounded, expire, and hold no more than the configuration allows.</summary>
public sealed class TraceStoreTests
{
    private const string Asked = "¿Cuánto dura el contrato de aprendisaje?";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keep_TextOff_LeavesNothingThatWasWrittenOnTheDisk(bool text)
    {
        await using var product = await TraceProduct.StartAsync(("Trace:Text", text.ToString()), ("Answering:AbstainBelow", "0"));

        var trace = await product.TraceAsync(Asked);

        trace.Answer!.Response.Sha256.Should().HaveLength(64);
        var written = product.TextOnDisk();
        foreach (var piece in new[] { "dura", "aprendisaje", "contrat", "patrocinadora", "Contrato de", "tres años" })
        {
            written.Contains(piece, StringComparison.OrdinalIgnoreCase).Should().Be(text, piece);
        }
    }

    [Fact]
    public async Task Begin_Off_TracesNothingAndMakesNoFile()
    {
        await using var product = await TraceProduct.StartAsync(("Trace:Enabled", "false"));

        await product.AskAsync(Asked);

        product.Product.Get<PendingTraces>().TakeLast().Should().BeNull();
        await product.FlushAsync();
        File.Exists(Path.Combine(product.Product.DataFolder, "traces.db")).Should().BeFalse();
    }

    [Fact]
    public async Task Keep_TooMany_TheOldestGo()
    {
        await using var product = await TraceProduct.StartAsync(("Trace:MaxCount", "3"));
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await product.AskAsync("hola")).Id);
            await product.FlushAsync();
        }

        ids.Select(id => product.Traces.Find(id) is not null).Should().Equal(false, false, true, true, true);
    }

    [Fact]
    public async Task Offer_TooManyWait_IsLostAndHoldsNothingUp()
    {
        await using var product = await TraceProduct.StartAsync(("Trace:MaxPending", "1"));

        var first = (await product.AskAsync("hola")).Id;
        var second = (await product.AskAsync("hola")).Id;
        await product.FlushAsync();

        product.Traces.Find(first).Should().NotBeNull();
        product.Traces.Find(second).Should().BeNull();
    }

    [Fact]
    public async Task Keep_TooLarge_IsShortenedFromTheLeastImportant()
    {
        await using var product = await TraceProduct.StartAsync(("Trace:MaxBytes", "8192"));
        var question = $"¿Cuánto dura el contrato de aprendizaje {string.Join(' ', Enumerable.Range(0, 600).Select(i => $"p{i}"))}?";

        var (id, _) = await product.AskAsync(question);
        await product.FlushAsync();

        Encoding.UTF8.GetByteCount(product.Traces.ReadJson(id, owner: null)).Should().BeLessThanOrEqualTo(8192);
        var trace = product.Traces.Find(id)!;
        trace.Shortened.Should().BeTrue();
        trace.Retrieval!.Candidates.Should().Contain(candidate => candidate.Fate == CandidateFate.Kept).And.OnlyContain(candidate => candidate.Text == null);
    }

    [Fact]
    public async Task Find_Expired_IsGoneAndSweptFromTheFile()
    {
        await using var product = await TraceProduct.StartAsync(("Trace:RetentionDays", "2"));
        var (id, _) = await product.AskAsync(Asked);
        await product.FlushAsync();

        product.Time.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        product.Traces.Find(id).Should().NotBeNull();
        product.Time.Advance(TimeSpan.FromSeconds(1));
        product.Traces.Find(id).Should().BeNull();
        product.TextOnDisk().Should().Contain("aprendisaje");

        (await product.Traces.SweepAsync(CancellationToken.None)).Should().Be(1);

        product.TextOnDisk().Should().NotContain("aprendisaje");
    }

    [Fact]
    public async Task ReadJson_AnotherOwner_IsNotFound()
    {
        await using var product = await TraceProduct.StartAsync();
        var (id, _) = await product.AskAsync(Asked, owner: "una");
        await product.FlushAsync();

        product.Traces.ReadJson(id, "una").Should().Contain(id);
        foreach (var (question, owner) in new[] { (id, "otra"), (id, null), ("desconocida", "una") })
        {
            product.Traces.Invoking(it => it.ReadJson(question, owner)).Should().Throw<AzuSenaException>().Which.Code.Should().Be(ErrorCode.QuestionNotFound);
        }
    }

    [Fact]
    public async Task ForgetConversation_Always_TakesWhatIsWrittenAndWhatIsNot()
    {
        await using var product = await TraceProduct.StartAsync();
        var conversation = (await product.Product.Get<ConversationStore>().CreateAsync(owner: null, CancellationToken.None)).Id;
        var written = (await product.AskAsync(Asked, conversation: conversation)).Id;
        await product.FlushAsync();
        var waiting = (await product.AskAsync(Asked, conversation: conversation)).Id;
        var other = (await product.AskAsync("hola")).Id;
        product.Traces.Find(written).Should().NotBeNull();

        await product.Traces.ForgetConversationAsync(conversation, CancellationToken.None);
        await product.FlushAsync();

        product.Traces.Find(written).Should().BeNull();
        product.Traces.Find(waiting).Should().BeNull();
        product.Traces.Find(other).Should().NotBeNull();
        product.TextOnDisk().Should().NotContain(conversation);
    }

    [Fact]
    public async Task Stop_TracesStillWait_AreWritten()
    {
        await using var product = await TraceProduct.StartAsync();
        var writing = product.Product.Get<IEnumerable<IHostedService>>().OfType<TraceWriting>().Single();
        var id = (await product.AskAsync(Asked)).Id;

        await writing.StopAsync(CancellationToken.None);

        product.Traces.Find(id).Should().NotBeNull();
    }

    [Fact]
    public async Task Flush_StoreCannotBeWritten_AnswersGoOn()
    {
        await using var product = await TraceProduct.StartAsync();
        Directory.CreateDirectory(Path.Combine(product.Product.DataFolder, "traces.db"));

        await product.AskAsync(Asked);
        await product.FlushAsync();

        (await product.AskAsync(Asked)).Events[^1].Should().BeOfType<AnswerCompleted>();
    }
}
