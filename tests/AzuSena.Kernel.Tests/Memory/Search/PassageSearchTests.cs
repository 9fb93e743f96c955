using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Memory.Storage;
using AzuSena.Passages;
using AzuSena.Spanish;
using AzuSena.Support;
using AzuSena.Testing;

namespace AzuSena.Memory.Search;

public sealed class PassageSearchTests : IDisposable
{
    private static readonly Passage[] Passages =
    [
        Samples.Passage("El contrato de aprendizaje dura tres años. La empresa paga un apoyo.", "Contrato de aprendizaje", "contrato.md"),
        Samples.Passage("El contrato de arrendamiento se firma con el dueño.", "Arrendamiento", "arriendo.md"),
        Samples.Passage("La biblioteca presta libros por quince días.", "Biblioteca", "biblioteca.md"),
        Samples.Passage("El certificado se descarga por internet.", "Certificados", "certificados.md"),
        Samples.Passage("El fondo entrega capital semilla a negocios.", "Fondo Emprender", "fondo.md"),
        Samples.Passage("La inscripción se hace en el portal.", "Inscripción", "inscripcion.md"),
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly PassageStore _store;
    private readonly PassageSearch _search;

    public PassageSearchTests()
    {
        _store = Stores.Open(_folder);
        _search = Stores.Search(_store);
    }

    [Theory]
    [InlineData("¿Cuánto dura el contrato de aprendizaje?", "contrato.md")]
    [InlineData("contrato con el dueño", "arriendo.md")]
    [InlineData("BIBLIOTECAS", "biblioteca.md")]
    [InlineData("inscripcion", "inscripcion.md")]
    [InlineData("Fondo Emprender", "fondo.md")]
    public async Task SearchAsync_Question_FindsItsPassageFirst(string question, string path)
    {
        _store.Fill(Passages);

        var result = await Search(question);

        result.Hits[0].Passage.Document.Path.Should().Be(path);
        result.Hits[0].Score.Should().BeInRange(0.7, 1 + 1e-9);
        result.Hits.Should().BeInDescendingOrder(hit => hit.Score).And.OnlyContain(hit => hit.Bm25 > 0);
        result.Corrections.Should().BeEmpty();
        result.Generation.Should().Be(1);
        result.RarestIdf.Should().Be(Bm25.Idf(6, 1));
    }

    [Fact]
    public async Task SearchAsync_ListedQuestion_FindsItsPassageFirst()
    {
        _store.Fill([.. Passages[1..], Passages[0] with { Questions = [new SectionQuestions(null, ["¿Dan plata por estudiar?"])] }]);

        var result = await Search("¿Es verdad que dan plata a los que estudian?");

        result.Hits[0].Passage.Should().BeEquivalentTo(Passages[0] with { Questions = [new SectionQuestions(null, ["¿Dan plata por estudiar?"])] });
        result.Corrections.Should().BeEmpty();
    }

    [Theory]
    [InlineData("contrato de aprendizaje")]
    [InlineData("¿Qué presta la biblioteca, libros o certificados?")]
    public async Task SearchAsync_ListedQuestionsOfOtherWords_LeaveTheScores(string question)
    {
        _store.Fill(Passages);
        var before = await Search(question);

        _store.Fill([.. Passages.Select((passage, i) => passage with { Questions = [new SectionQuestions(null, [$"¿Zapatos{i}?"])] })]);

        (await Search(question)).Hits.Select(hit => (hit.Passage.Id, hit.Score, hit.Bm25)).Should().Equal(
            before.Hits.Select(hit => (hit.Passage.Id, hit.Score, hit.Bm25)));
    }

    [Fact]
    public async Task SearchAsync_Limit_BoundsTheHits()
    {
        _store.Fill(Passages);

        var all = await Search("contrato, libros y certificado");
        var two = await Search("contrato, libros y certificado", limit: 2);

        all.Hits.Should().HaveCount(4);
        two.Hits.Should().BeEquivalentTo(all.Hits.Take(2), options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task SearchAsync_RepeatedWord_IsOneTerm()
    {
        _store.Fill(Passages);

        var result = await Search("¿Libros, libro y contratos?");

        result.Terms.Should().Equal(new QuestionTerm("libr", Bm25.Idf(6, 1)), new QuestionTerm("contrat", Bm25.Idf(6, 2)));
    }

    [Theory]
    [InlineData("bibilioteca")]
    [InlineData("biblioteac")]
    [InlineData("viblioteca")]
    [InlineData("Biblotéca")]
    public async Task SearchAsync_Typo_IsCorrectedAndReported(string typo)
    {
        _store.Fill(Passages);

        var result = await Search($"¿Qué presta la {typo}?");

        result.Hits[0].Passage.Document.Path.Should().Be("biblioteca.md");
        result.Corrections.Should().Equal(new SpellingCorrection(SpanishAnalyzer.Fold(typo), "biblioteca"));
        result.Terms.Should().Equal(new QuestionTerm("prest", Bm25.Idf(6, 1)), new QuestionTerm("bibliotec", Bm25.Idf(6, 1), IsGuess: true));
    }

    [Theory]
    [InlineData("barzo en el puerto", "barco")]
    [InlineData("barzo de arcilla", "barro")]
    public async Task SearchAsync_TypoOfSeveralWords_IsReadAsTheOneThatGoesWithTheRest(string question, string word)
    {
        _store.Fill(
            Samples.Passage("El barco llega al puerto.", path: "a.md"),
            Samples.Passage("El barro se hace con arcilla.", path: "b.md"),
            Samples.Passage("La olla de barro.", path: "c.md"),
            Samples.Passage("El marco de la puerta.", path: "d.md"));

        (await Search(question)).Corrections.Should().Equal(new SpellingCorrection("barzo", word));
    }

    [Fact]
    public async Task SearchAsync_UnknownWords_FindNothing()
    {
        _store.Fill(Passages);

        var result = await Search("¿Xilófonos wagnerianos?");

        result.Hits.Should().BeEmpty();
        result.Corrections.Should().BeEmpty();
        result.Terms.Should().HaveCount(2).And.OnlyContain(term => term.Idf > Bm25.Idf(6, 1) && !term.IsGuess);
    }

    [Fact]
    public async Task SearchAsync_OnlyStopWords_FindsNothing()
    {
        _store.Fill(Passages);

        var result = await Search("¿Qué es esto?");

        result.Hits.Should().BeEmpty();
        result.Terms.Should().BeEmpty();
    }

    [Theory]
    [InlineData("\" OR 1=1 --")]
    [InlineData("contrato AND NOT NEAR(empresa, 2) ^a* terms:b {c}")]
    [InlineData("\uD800 \uFDFA ͺ \0 '")]
    public async Task SearchAsync_HostileText_IsOnlyText(string question)
    {
        _store.Fill(Passages);

        (await Search(question)).Generation.Should().Be(1);
    }

    [Fact]
    public async Task SearchAsync_NothingIndexed_IsNotReady() =>
        (await _search.Invoking(search => search.SearchAsync("contrato", 5, CancellationToken.None)).Should().ThrowAsync<AzuSenaException>())
            .Which.Code.Should().Be(ErrorCode.IndexNotReady);

    [Fact]
    public async Task SearchAsync_NewGeneration_IsSeenBySpellingToo()
    {
        _store.Fill(Passages);
        (await Search("astronomja")).Corrections.Should().BeEmpty();

        _store.Fill(Samples.Passage("La astronomía estudia el cielo.", "Cielo", "cielo.md"));

        var result = await Search("astronomja");
        result.Corrections.Should().Equal(new SpellingCorrection("astronomja", "astronomia"));
        result.Hits.Should().ContainSingle().Which.Passage.Document.Path.Should().Be("cielo.md");
        result.Generation.Should().Be(2);
    }

    [Fact]
    public async Task SearchAsync_ManyAtOnce_GiveWhatSingleOnesGive()
    {
        _store.Fill(Passages);
        string[] different = ["contrato de empresa", "bibliotcea", "certificado del fondo", "nada de nada"];
        var questions = Enumerable.Range(0, 40).Select(i => different[i % different.Length]).ToArray();

        var concurrent = await Task.WhenAll(questions.Select(question => Task.Run(() => Search(question))));

        for (var i = 0; i < questions.Length; i++)
        {
            concurrent[i].Should().BeEquivalentTo(await Search(questions[i]), options => options.WithStrictOrdering());
        }
    }

    [Fact]
    public async Task SearchAsync_Cancelled_Throws()
    {
        _store.Fill(Passages);

        await _search.Invoking(search => search.SearchAsync("contrato", 5, new CancellationToken(canceled: true)))
            .Should().ThrowAsync<OperationCanceledException>();

        (await Search("contrato")).Hits.Should().NotBeEmpty("a cancelled search must give its processor back");
    }

    public void Dispose()
    {
        _search.Dispose();
        _folder.Dispose();
    }

    private Task<SearchResult> Search(string question, int limit = 5) => _search.SearchAsync(question, limit, CancellationToken.None);
}
