using AzuSena.Faiss;
using AzuSena.Support;

namespace AzuSena.Memory.Vectors;

/// <summary>The file of the index is derived: whatever happens to it, the next start has the same index again.</summary>
public sealed class VectorIndexFileTests : IDisposable
{
    private static readonly string[] Questions = ["contrato", "biblioteca del centro", "texto 17", "carro"];

    private readonly VectorMemory _memory = new(new EmbedderDouble().ToEmbedder());

    public VectorIndexFileTests() =>
        _memory.Store.Fill([.. Enumerable.Range(0, 60)
            .Select(i => Samples.Passage($"Texto {i} sobre {(i % 2 == 0 ? "contratos" : "bibliotecas")} y el año {i}.", path: $"{i:D2}.md"))]);

    [Theory]
    [InlineData("untouched")]
    [InlineData("deleted")]
    [InlineData("truncated")]
    [InlineData("empty")]
    [InlineData("noise")]
    [InlineData("one bit")]
    public async Task RunAsync_FileInAnyState_GivesTheSameAnswers(string state)
    {
        await _memory.RefreshAsync();
        var before = await AnswersAsync(_memory);
        Damage(_memory.IndexFiles.Single(), state);

        var model = new EmbedderDouble();
        using var next = new VectorMemory(model.ToEmbedder(), _memory.Folder);
        await next.RefreshAsync();

        (await AnswersAsync(next)).Should().BeEquivalentTo(before, options => options.WithStrictOrdering());
        model.Texts.Should().HaveCount(Questions.Length, "the vectors are in the database: only the questions are embedded");
        next.IndexFiles.Should().ContainSingle().Which.Should().Be(_memory.IndexFiles.Single());
        ExactIndex.Load(next.IndexFiles[0], 48, Metric.InnerProduct).Count.Should().Be(60);
    }

    [Fact]
    public async Task RunAsync_FileThatFits_IsNotWrittenAgain()
    {
        await _memory.RefreshAsync();
        var written = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_memory.IndexFiles.Single(), written);

        using var next = new VectorMemory(new EmbedderDouble().ToEmbedder(), _memory.Folder);
        await next.RefreshAsync();

        next.Vectors.Status.State.Should().Be("ready");
        File.GetLastWriteTimeUtc(next.IndexFiles.Single()).Should().Be(written);
    }

    [Fact]
    public async Task RunAsync_FileOfAnotherDatabase_IsNotTaken()
    {
        await _memory.RefreshAsync();
        using var other = new VectorMemory(new EmbedderDouble().ToEmbedder());
        other.Store.Fill(Samples.Passage("El único texto.", path: "unico.md"));
        File.Copy(_memory.IndexFiles[0], Path.Combine(other.Folder, Path.GetFileName(_memory.IndexFiles[0])));

        await other.RefreshAsync();

        other.Vectors.Served!.Index.Count.Should().Be(1);
        other.IndexFiles.Should().ContainSingle().Which.Should().NotEndWith(Path.GetFileName(_memory.IndexFiles[0]));
    }

    [Fact]
    public async Task RunAsync_FileThatCannotBeWritten_ServesAllTheSame()
    {
        await _memory.RefreshAsync();
        var path = _memory.IndexFiles.Single();
        File.Delete(path);
        Directory.CreateDirectory(path);

        using var next = new VectorMemory(new EmbedderDouble().ToEmbedder(), _memory.Folder);
        await next.RefreshAsync();

        next.Vectors.Status.State.Should().Be("ready");
        next.Vectors.Served!.Index.Count.Should().Be(60);
    }

    public void Dispose() => _memory.Dispose();

    private static async Task<List<string[]>> AnswersAsync(VectorMemory memory)
    {
        var answers = new List<string[]>();
        foreach (var question in Questions)
        {
            answers.Add(await memory.FindAsync(question));
        }

        return answers;
    }

    private static void Damage(string path, string state)
    {
        var bytes = File.ReadAllBytes(path);
        switch (state)
        {
            case "deleted":
                File.Delete(path);
                break;
            case "truncated":
                File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
                break;
            case "empty":
                File.WriteAllBytes(path, []);
                break;
            case "noise":
                new Random(5).NextBytes(bytes);
                File.WriteAllBytes(path, bytes);
                break;
            case "one bit":
                bytes[bytes.Length / 2] ^= 1;
                File.WriteAllBytes(path, bytes);
                break;
        }
    }
}
