using AzuSena.Spanish;
using AzuSena.Support;
using AzuSena.Testing;
using FsCheck.Xunit;

namespace AzuSena.Memory.Storage;

public sealed class StoreSnapshotTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PassageStore _store;

    public StoreSnapshotTests() => _store = Stores.Open(_folder);

    [Fact]
    public void Read_WhileAWriterCommits_KeepsTheStateBefore()
    {
        var old = Samples.Passage("Contrato viejo.");
        var fresh = Samples.Passage("Contrato nuevo.");
        _store.Fill(old);
        using var before = _store.Read();

        using (var writer = _store.Write())
        {
            writer.Put(fresh.Document, "h2", [fresh]);
            using (var during = _store.Read())
            {
                during.Find(old.Id).Should().NotBeNull();
                during.Find(fresh.Id).Should().BeNull();
            }

            writer.Commit();
        }

        before.Generation.Should().Be(1);
        before.Find(old.Id).Should().NotBeNull();
        before.Match(["viej"], 10).Should().ContainSingle();
        before.Words().Select(word => word.Key).Should().Contain("viejo").And.NotContain("nuevo");
        using var after = _store.Read();
        after.Generation.Should().Be(2);
        after.Find(old.Id).Should().BeNull();
        after.Match(["nuev"], 10).Should().ContainSingle();
    }

    [Fact]
    public void Match_Stems_FindsAnyOfThemBestFirst()
    {
        _store.Fill(
            Samples.Passage("Biblioteca.", path: "a.md"),
            Samples.Passage("Contrato contrato contrato.", path: "b.md"),
            Samples.Passage("Contrato y otras palabras diversas del texto largo.", path: "c.md"),
            Samples.Passage("Nada.", path: "d.md"),
            Samples.Passage("Nadie.", path: "e.md"));
        using var snapshot = _store.Read();

        var matches = snapshot.Match(["contrat", "bibliotec"], 10);

        snapshot.Load(matches.Select(match => match.Key)).Select(passage => passage.Document.Path).Should().BeEquivalentTo("a.md", "b.md", "c.md");
        snapshot.Match(["contrat", "bibliotec"], 2).Should().Equal(matches.Take(2));
        snapshot.Load(snapshot.Match(["contrat"], 1).Select(match => match.Key)).Single().Document.Path.Should().Be("b.md");
    }

    [Fact]
    public void Match_NoStems_FindsNothing()
    {
        _store.Fill(Samples.Passage("Texto."));
        using var snapshot = _store.Read();

        snapshot.Match([], 10).Should().BeEmpty();
    }

    [Theory]
    [InlineData("AND")]
    [InlineData("OR")]
    [InlineData("NOT")]
    [InlineData("NEAR")]
    [InlineData("terms")]
    [InlineData("^texto*")]
    [InlineData("terms:texto")]
    [InlineData("(")]
    [InlineData("'")]
    public void Match_SyntaxOfTheFullTextSearch_IsOnlyText(string stem)
    {
        _store.Fill(Samples.Passage("Nada de esto."));
        using var snapshot = _store.Read();

        snapshot.Match([stem], 10).Should().BeEmpty();
        snapshot.CountTogether(stem, [stem]).Should().Be(0);
    }

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 300)]
    public void Match_StemsOfAnyText_NeverThrows(HostileText text)
    {
        using var snapshot = _store.Read();
        var stems = SpanishAnalyzer.Stem(text.Value);

        snapshot.Match(stems, 10).Should().BeEmpty();
        snapshot.DocumentFrequencies(stems).Should().BeEmpty();
    }

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 100)]
    public void Match_WordsOfAStoredText_FindsIt(SpanishText text)
    {
        var passage = Samples.Passage(text.Value);
        _store.Fill(passage);
        using var snapshot = _store.Read();

        foreach (var stem in SpanishAnalyzer.Stem(text.Value))
        {
            snapshot.Match([stem], 10).Should().ContainSingle();
            snapshot.DocumentFrequencies([stem]).Should().ContainKey(stem);
        }
    }

    [Fact]
    public void CountTogether_Stems_CountsPassagesWithBoth()
    {
        _store.Fill(
            Samples.Passage("Contrato y empresa.", path: "a.md"),
            Samples.Passage("Contrato y sena.", path: "b.md"),
            Samples.Passage("Contrato.", path: "c.md"),
            Samples.Passage("Empresa.", path: "d.md"));
        using var snapshot = _store.Read();

        snapshot.CountTogether("contrat", ["empres", "sen"]).Should().Be(2);
        snapshot.CountTogether("contrat", []).Should().Be(0);
        snapshot.CountTogether("nada", ["empres"]).Should().Be(0);
    }

    [Fact]
    public void DocumentFrequencies_Stems_CountsPassagesAndLeavesUnknownOut()
    {
        _store.Fill(Samples.Passage("Curso, curso y cursos.", path: "a.md"), Samples.Passage("Un curso.", path: "b.md"));
        using var snapshot = _store.Read();

        snapshot.DocumentFrequencies(["curs", "nada", "document"]).Should().Equal(new Dictionary<string, int> { ["curs"] = 2, ["document"] = 2 });
    }

    [Fact]
    public void Words_Store_AreFoldedWordsWithTheirPassages()
    {
        _store.Fill(Samples.Passage("Inscripción e inscripciones.", path: "a.md"), Samples.Passage("La inscripción.", path: "b.md"));
        using var snapshot = _store.Read();

        snapshot.Words().Should().BeEquivalentTo(new Dictionary<string, int> { ["inscripcion"] = 2, ["inscripciones"] = 1, ["documento"] = 2 });
    }

    [Fact]
    public void Find_UnknownId_IsNull()
    {
        _store.Fill(Samples.Passage("Texto."));
        using var snapshot = _store.Read();

        snapshot.Find("' OR 1=1 --").Should().BeNull();
    }

    public void Dispose() => _folder.Dispose();
}
