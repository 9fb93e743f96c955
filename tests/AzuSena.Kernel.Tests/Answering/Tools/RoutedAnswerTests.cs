using AzuSena.Answering.Tracing;
using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Plugins;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Answering.Tools;

/// <summary>Questions that tools answer, without a model.</summary>
public sealed class RoutedAnswerTests : IDisposable
{
    private const string Holiday = "¿Es festivo el 25 de diciembre de 2026?";

    private readonly TemporaryFolder _corpus = TestCorpus.Create();

    [Fact]
    public async Task Ask_WhatOnlyAToolKnows_IsAnsweredCitedAndGrounded()
    {
        await using var product = await StartAsync();

        var events = await AskAsync(product, Holiday);

        events.Select(it => it.GetType()).Distinct().Should().Equal(
            typeof(AnswerStarted), typeof(PassagesRetrieved), typeof(ToolCalled), typeof(ToolReturned), typeof(AnswerToken), typeof(SentenceGrounded),
            typeof(AnswerCompleted));
        events.OfType<ToolCalled>().Single()
            .Should().BeEquivalentTo(new { Name = "calendar_is_holiday", Title = "Calendario", Asked = "25 de diciembre de 2026" });
        var answer = Answer(events);
        answer.Response.Should().Be("Sí, el viernes 25 de diciembre de 2026 es festivo en Colombia. Se celebra: Navidad. [1]");
        answer.Should().BeEquivalentTo(new { Abstained = false, LowConfidence = false, Mode = "extractive", Completeness = Completeness.Complete });
        answer.Citations.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Number = 1,
            Title = "Calendario",
            Source = "Ley 51 de 1983, artículo 1",
            Tool = new { Name = "calendar_is_holiday", Asked = "25 de diciembre de 2026" },
        });
        answer.Grounding.Should().ContainSingle().Which.Support.Should().Be(SentenceSupport.Supported);
    }

    [Fact]
    public async Task Ask_WhatDocumentsAnswer_CallsNothing()
    {
        await using var product = await StartAsync();

        var events = await AskAsync(product, "¿Qué presta la biblioteca?");

        events.OfType<ToolCalled>().Should().BeEmpty();
        Answer(events).Citations.Should().OnlyContain(citation => citation.Tool == null);
    }

    [Theory]
    [InlineData(typeof(ToolDoubles.Failing), "Roto")]
    [InlineData(typeof(ToolDoubles.Hanging), "Lento")]
    public async Task Ask_ToolFailsOrHangs_TheDocumentsAnswerWithANote(Type tool, string title)
    {
        await using var product = await StartAsync(services => AddTool(services, tool));

        var events = await AskAsync(product, ToolDoubles.Asked);

        events.OfType<ToolReturned>().Should().ContainSingle().Which.Should().BeEquivalentTo(new { Title = title, Failed = true, Result = (string?)null });
        Answer(events).Response.Should().StartWith("El contrato de aprendizaje dura como máximo tres años. [1]")
            .And.EndWith($"No pude consultar «{title}»: falló o tardó demasiado.").And.NotContain("nadie");
    }

    [Fact]
    public async Task Ask_ValueIsMissing_IsAskedBackInAConversationAndThenAnswered()
    {
        await using var product = await StartAsync();
        var conversation = (await product.Get<ConversationStore>().CreateAsync(owner: null, CancellationToken.None)).Id;

        var open = Answer(await AskAsync(product, "¿Cuántos aprendices debe contratar mi empresa?", conversation));
        var whole = Answer(await AskAsync(product, "80 trabajadores", conversation));

        open.Should().BeEquivalentTo(new { Response = "¿Cuántos trabajadores tiene la empresa?", Abstained = false, Completeness = Completeness.Partial });
        whole.Response.Should().StartWith("Con 80 trabajadores la empresa debe tener 4 aprendices");
    }

    [Fact]
    public async Task Ask_ValueIsMissingOutsideAConversation_IsDeclinedWithWhatIsMissing()
    {
        await using var product = await StartAsync();

        var answer = Answer(await AskAsync(product, "¿Cuántos aprendices debe contratar mi empresa?"));

        answer.Abstained.Should().BeTrue();
        answer.Response.Should().Contain("¿Cuántos trabajadores tiene la empresa?");
    }

    [Fact]
    public async Task Ask_TwoQuestions_TheToolAnswersItsPartFirst()
    {
        await using var product = await StartAsync();

        var answer = Answer(await AskAsync(product, "¿Es festivo el 25 de diciembre de 2026? ¿Cuántos días presta libros la biblioteca?"));

        answer.Response.Should().StartWith("Sí, el viernes 25 de diciembre de 2026 es festivo")
            .And.Contain("La biblioteca presta libros durante quince días. [2]");
        answer.Citations.Select(citation => citation.Tool?.Title).Distinct().Should().Equal("Calendario", null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_TwoToolsFit_TheBetterFitAnswersWhateverTheOrder(bool isReversed)
    {
        Type[] tools = [typeof(ToolDoubles.Vague), typeof(ToolDoubles.Exact)];
        await using var product = await StartAsync(services => Array.ForEach(isReversed ? [.. tools.Reverse()] : tools, tool => AddTool(services, tool)));

        Answer(await AskAsync(product, "¿Cuál es la tarifa del parqueadero?")).Response.Should().Be("La tarifa es de 4.500. [1]");
    }

    [Fact]
    public async Task Ask_Traced_SaysHowItWasRouted()
    {
        await using var product = await TraceProduct.StartAsync();

        var routing = (await product.TraceAsync(Holiday)).Routing!;

        routing.Choice.Should().Be(ToolChoice.Tool);
        routing.Candidates[0].Should().BeEquivalentTo(new { Function = "calendar.is_holiday", Score = 1d, IsCalled = true });
    }

    public void Dispose() => _corpus.Dispose();

    internal static Answer Answer(IReadOnlyList<AnswerEvent> events) => events[^1].Should().BeOfType<AnswerCompleted>($"{events[^1]}").Which.Answer;

    internal static void AddTool(IServiceCollection services, Type tool) =>
        typeof(PluginServices).GetMethod(nameof(PluginServices.AddPlugin))!.MakeGenericMethod(tool)
            .Invoke(null, [services, $"doble_{tool.Name.ToLowerInvariant()}"]);

    private static async Task<List<AnswerEvent>> AskAsync(TestProduct product, string question, string? conversation = null)
    {
        var events = new List<AnswerEvent>();
        await foreach (var step in product.Get<AnswerService>().AskAsync(Question.Create(question, conversationId: conversation), CancellationToken.None))
        {
            events.Add(step);
        }

        return events;
    }

    private async Task<TestProduct> StartAsync(Action<IServiceCollection>? replace = null, params (string, string)[] settings)
    {
        var product = new TestProduct(_corpus.Path, replace, [("Answering:ToolSeconds", "1"), .. settings]);
        await product.IndexAsync();
        return product;
    }
}
