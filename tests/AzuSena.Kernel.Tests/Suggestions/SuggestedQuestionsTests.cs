using AzuSena.Memory.Corpus;
using AzuSena.Memory.Storage;
using AzuSena.Passages;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Suggestions;

public sealed class SuggestedQuestionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private string File => _folder.Write(CorpusFolder.Suggestions, string.Concat(Enumerable.Range(1, 40).Select(i => $"¿Qué es la sede {i}?\n")));

    [Fact]
    public void OfToday_EveningInColombia_IsStillToday()
    {
        _ = File;
        var questions = Create();
        var today = questions.OfToday();

        _time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 4, 59, 59, TimeSpan.Zero));
        questions.OfToday().Should().Equal(today);
        _time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 5, 0, 0, TimeSpan.Zero));
        questions.OfToday().Should().NotIntersectWith(today);
    }

    [Fact]
    public void All_FileThatCouldNotBeReadOnce_IsReadAtTheNextCall()
    {
        var path = File;
        var questions = Create();
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            questions.All.Should().BeEmpty();
        }

        questions.All.Should().HaveCount(40);
    }

    [Fact]
    public void All_EditThatCannotBeReadYet_ServesWhatItHad()
    {
        var path = File;
        var questions = Create();
        questions.All.Should().HaveCount(40);
        System.IO.File.WriteAllText(path, "¿Qué es el SENA?\n");
        System.IO.File.SetLastWriteTimeUtc(path, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            questions.All.Should().HaveCount(40);
        }

        questions.All.Should().Equal("¿Qué es el SENA?");
    }

    [Fact]
    public void OfToday_ShortFile_IsCompletedFromTheDocuments()
    {
        _folder.Write(CorpusFolder.Suggestions, "¿Qué es el SENA?\n¿Dan plata?\n");
        var store = Stores.Open(_folder);
        var questions = Create(store);
        questions.OfToday().Should().Equal("¿Qué es el SENA?", "¿Dan plata?");
        store.Fill([.. Enumerable.Range(1, 6).Select(i => Samples.Passage($"Texto {i}.", path: $"{i % 2}.md", position: i) with
        {
            Questions = [new SectionQuestions(null, ["¿Dan plata?", $"¿Pregunta {i}?"])],
        })]);

        var today = questions.OfToday();
        today.Should().HaveCount(5).And.OnlyHaveUniqueItems().And.StartWith(["¿Qué es el SENA?", "¿Dan plata?"]);
        _time.Advance(TimeSpan.FromDays(1));
        questions.OfToday().Skip(2).Should().NotIntersectWith(today.Skip(2));
    }

    public void Dispose() => _folder.Dispose();

    private SuggestedQuestions Create(PassageStore? store = null) =>
        new(Options.Create(new CorpusOptions { CorpusDirectory = _folder.Path }), new ListedSuggestions(store ?? Stores.Open(_folder)), _time);
}
