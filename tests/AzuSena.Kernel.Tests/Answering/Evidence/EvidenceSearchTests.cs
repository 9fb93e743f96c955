using AzuSena.Answering.Readings;
using AzuSena.Answers;
using AzuSena.Memory.Search;
using AzuSena.Memory.Translation;
using AzuSena.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Evidence;

public sealed class EvidenceSearchTests : IDisposable
{
    private const string Core = "¿Cuánto dura el contrato de aprendizaje?";
    private const string Told = "Hola, le cuento que el domingo llovió y se cayó el puente. " + Core;

    private static readonly SearchResult Answering = Samples.Search(
        Core, Samples.Passage("El contrato de aprendizaje dura tres años.", "Contrato de aprendizaje"), Samples.Passage("Otro contrato.", position: 1));

    private readonly List<string> _searched = [];
    private readonly ApertiumTranslators _translators = new(TimeProvider.System, NullLogger<ApertiumTranslators>.Instance);

    [Fact]
    public async Task FindAsync_StoryWithAQuestionThatIsAnswered_IsTheQuestionAlone()
    {
        var found = await FindAsync(Told, abstainBelow: 0.5, text => text == Core ? Answering : Samples.Search(text));

        _searched.Should().Equal(Told, Core);
        found.Question.Text.Should().Be(Core);
        found.Search.Should().BeSameAs(Answering);
    }

    [Fact]
    public async Task FindAsync_StoryWithAQuestionThatIsNotAnswered_StaysWhole()
    {
        var found = await FindAsync(Told, abstainBelow: 0.5, text => Samples.Search(text));

        _searched.Should().Equal(Told, Core);
        found.Question.Text.Should().Be(Told);
    }

    [Fact]
    public async Task FindAsync_StoryThatIsAnsweredAsItIs_IsSearchedOnce()
    {
        var found = await FindAsync(Told, abstainBelow: 0, _ => Answering);

        _searched.Should().Equal(Told);
        found.Question.Text.Should().Be(Told);
    }

    [Fact]
    public async Task FindAsync_ArticleThatIsMissing_IsSearchedOnce()
    {
        await FindAsync(Told, abstainBelow: 1, text => Samples.Search(text) with { Rules = new RuleLookup([], [], IsText: false) });

        _searched.Should().Equal(Told);
    }

    [Fact]
    public async Task FindAsync_FollowUp_KeepsWhatWasAddedToIt()
    {
        await FindAsync(Told, abstainBelow: 1, text => Samples.Search(text), isFollowUp: true);

        _searched.Should().Equal(Told);
    }

    public void Dispose() => _translators.Dispose();

    private Task<FoundEvidence> FindAsync(string text, double abstainBelow, Func<string, SearchResult> search, bool isFollowUp = false)
    {
        var kernel = new Kernel();
        kernel.Plugins.AddFromFunctions("memory", [KernelFunctionFactory.CreateFromMethod((string query, int max) => Search(query), "search")]);
        var options = Options.Create(new AnsweringOptions { AbstainBelow = abstainBelow, ReadsEnglish = false });
        var translator = new QuestionTranslator(_translators, options, NullLogger<QuestionTranslator>.Instance);
        var evidence = new EvidenceSearch(translator, options, Options.Create(new SearchOptions()));
        return evidence.FindAsync(Question.Create(text), kernel, isFollowUp, CancellationToken.None);

        SearchResult Search(string query)
        {
            _searched.Add(query);
            return search(query);
        }
    }
}
