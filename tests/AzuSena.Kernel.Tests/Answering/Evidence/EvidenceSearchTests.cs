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

    [Theory]
    [InlineData(Told)]
    [InlineData("hola soy juan de medellin y quiero saber " + Core + " muchas gracias quedo atento")]
    public async Task FindAsync_MoreThanAQuestion_SearchesTheQuestionAlone(string text)
    {
        var found = await FindAsync(text, _ => Answering);

        _searched.Should().Equal(Core);
        found.Question.Text.Should().Be(Core);
        found.Search.Should().BeSameAs(Answering);
        found.Asked!.Core.Should().Be(Core);
    }

    [Fact]
    public async Task FindAsync_StoryThatNamesAnArticle_KeepsIt()
    {
        await FindAsync("Leí el artículo 26 del Acuerdo 9 de 2024. ¿Cuánto dura la sanción?", text => Samples.Search(text));

        _searched.Should().ContainSingle().Which.Should().Contain("artículo 26");
    }

    [Fact]
    public async Task FindAsync_FollowUp_KeepsWhatWasAddedToIt()
    {
        await FindAsync("Muchas gracias, ¿y cuánto dura? (contrato de aprendizaje)", text => Samples.Search(text), isFollowUp: true);

        _searched.Should().Equal("¿y cuánto dura? (contrato de aprendizaje)");
    }

    public void Dispose() => _translators.Dispose();

    private Task<FoundEvidence> FindAsync(string text, Func<string, SearchResult> search, bool isFollowUp = false)
    {
        var kernel = new Kernel();
        kernel.Plugins.AddFromFunctions("memory", [KernelFunctionFactory.CreateFromMethod((string query, int max) => Search(query), "search")]);
        var options = Options.Create(new AnsweringOptions { ReadsEnglish = false });
        var translator = new QuestionTranslator(_translators, options, NullLogger<QuestionTranslator>.Instance);
        var evidence = new EvidenceSearch(translator, options, Options.Create(new SearchOptions()));
        return evidence.FindAsync(Question.Create(text), kernel, isFollowUp, previous: null, CancellationToken.None);

        SearchResult Search(string query)
        {
            _searched.Add(query);
            return search(query);
        }
    }
}
