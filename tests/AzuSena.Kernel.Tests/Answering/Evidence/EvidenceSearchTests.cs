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
    private readonly List<string?> _backgrounds = [];
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

        _searched.Should().NotBeEmpty().And.OnlyContain(text => text.Contains("artículo 26"));
    }

    [Fact]
    public async Task FindAsync_QuestionThatSaysTooLittle_IsSearchedWithItsStory()
    {
        const string Story = "El contrato de aprendizaje dura tres años. ¿Es verdad que lo firman allá?";

        var found = await FindAsync(Story, text => text.Contains("dura", StringComparison.Ordinal) ? Answering : Samples.Search(text));

        _searched[^1].Should().Be(Story);
        found.Search.Should().BeSameAs(Answering);
    }

    [Fact]
    public async Task FindAsync_WhatPeopleSay_IsAskedInTheWordsOfDocumentsToo()
    {
        const string Said = "¿Me echan si dejo el contrato?";
        var written = Samples.Search("matrícula contrato", Samples.Passage("Cancelan la matrícula si deja el contrato.", "Matrícula"));

        var found = await FindAsync(Said, text => text.Contains("matrícula", StringComparison.Ordinal) ? written : Samples.Search(text));

        _searched.Should().Equal(Said, "¿me cancelan la matrícula por deserción si dejo el contrato?");
        found.Search.Should().BeSameAs(written);
        found.Question.Text.Should().Be(Said, "the answer is to what was asked");
        found.Parts.Should().ContainSingle().Which.Question.Should().Be(Said);
    }

    [Fact]
    public async Task FindAsync_FollowUp_KeepsWhatWasAddedToIt()
    {
        await FindAsync("Muchas gracias, ¿y cuánto dura? (contrato de aprendizaje)", text => Samples.Search(text));

        _searched.Should().Equal("¿y cuánto dura? (contrato de aprendizaje)");
    }

    [Fact]
    public async Task FindAsync_WhereTheAskerIs_IsNoStoryToSearchWith()
    {
        await FindAsync("hola, soy Juan de Medellín, ¿Cuál es la capital de Australia?", text => Samples.Search(text));

        _searched.Should().OnlyContain(text => !text.Contains("Medellín"));
    }

    [Fact]
    public async Task FindAsync_Story_IsSearchedAsBackground()
    {
        await FindAsync("Mi empresa tiene 38 empleados. " + Core, _ => Answering);

        _searched.Should().Equal(Core);
        _backgrounds.Should().Equal("Mi empresa tiene 38 empleados");
    }

    [Fact]
    public async Task FindAsync_NothingAroundTheQuestion_HasNoBackground()
    {
        await FindAsync(Core, _ => Answering);

        _backgrounds.Should().Equal((string?)null);
    }

    [Theory]
    [InlineData("¿Y cuánto dura?", true)]
    [InlineData("¿Cuánto tiempo presta la biblioteca los libros electrónicos de inglés y de francés?", false)]
    public async Task FindAsync_QuestionBefore_IsBackgroundOfAShortOne(string text, bool expected)
    {
        await FindAsync(text, query => Samples.Search(query), previous: "¿Qué es el contrato?");

        (_backgrounds[0]?.Contains("contrato", StringComparison.Ordinal) is true).Should().Be(expected);
    }

    [Fact]
    public async Task FindAsync_SeveralQuestions_AreEachSearchedAndWeighed()
    {
        var found = await FindAsync("¿Cuánto dura el contrato de aprendizaje? ¿Quién lleva la biblioteca de Marte?", query =>
            query.Contains("contrato", StringComparison.Ordinal) ? Answering : Samples.Search(query, Samples.Passage("Nada de eso.", path: "b.md")));

        found.Parts.Select(part => (part.Question, part.IsAnswered)).Should().Equal(
            ("¿Cuánto dura el contrato de aprendizaje?", true), ("¿Quién lleva la biblioteca de Marte?", false));
        found.Parts[0].Quotes[0].Text.Should().Be("El contrato de aprendizaje dura tres años.");
        found.Confidence.Should().BeGreaterThanOrEqualTo(found.Parts[0].Confidence);
        found.Search.Hits.Select(hit => hit.Passage.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task FindAsync_OneQuestion_IsOnePartWithItsQuotes()
    {
        var found = await FindAsync(Core, _ => Answering);

        var part = found.Parts.Should().ContainSingle().Subject;
        part.Question.Should().Be(Core);
        part.Confidence.Should().Be(found.Confidence);
        part.Quotes.Should().HaveCount(2);
    }

    public void Dispose() => _translators.Dispose();

    [Theory]
    [InlineData("Mi hermano cuenta un caso muy largo\n", "¿Qué es el FIC y cuánto dura?")]
    [InlineData("¿Qué es el contrato de aprendizaje y ", "cuánto dura?")]
    public async Task FindAsync_LongestQuestion_IsSearched(string start, string end)
    {
        var filler = string.Concat(Enumerable.Repeat("cosas que pasan. ", Question.MaxLength))[..(Question.MaxLength - start.Length - end.Length - 1)];

        var found = await FindAsync($"{start}{filler} {end}", text => Samples.Search(text));

        found.Confidence.Should().Be(0);
    }

    private Task<FoundEvidence> FindAsync(string text, Func<string, SearchResult> search, string? previous = null)
    {
        var kernel = new Kernel();
        kernel.Plugins.AddFromFunctions(
            "memory",
            [KernelFunctionFactory.CreateFromMethod((string query, int max, string? background = null) => Search(query, background), "search")]);
        var options = Options.Create(new AnsweringOptions { ReadsEnglish = false });
        var translator = new QuestionTranslator(_translators, options, NullLogger<QuestionTranslator>.Instance);
        var evidence = new EvidenceSearch(translator, Readers.None, options, Options.Create(new SearchOptions()));
        return evidence.FindAsync(Question.Create(text), kernel, previous, CancellationToken.None);

        SearchResult Search(string query, string? background)
        {
            _searched.Add(query);
            _backgrounds.Add(background);
            return search(query);
        }
    }
}
