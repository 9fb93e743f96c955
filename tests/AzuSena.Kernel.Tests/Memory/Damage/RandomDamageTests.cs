using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Memory.Embeddings;
using AzuSena.Memory.Indexing;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Vectors;
using AzuSena.Support;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Memory.Damage;

/// <summary>
/// Damage anywhere in the files of a product in use, as a number decides: every use ends with an answer or a code of its own, and then all is as
/// before.
/// </summary>
[Trait("Category", "Slow")]
public sealed class RandomDamageTests : IDisposable
{
    private const int Rounds = 4;
    private static readonly string[] Questions =
        ["¿Qué presenta el aprendiz de la sede 14?", "¿Cuándo abre la biblioteca?", "¿Quién entrega el carné?", "¿Qué dice la solicitud 27?"];

    private readonly TemporaryFolder _corpus = new();

    public RandomDamageTests()
    {
        for (var document = 0; document < 6; document++)
        {
            var sections = Enumerable.Range(document * 20, 20)
                .Select(i => $"## Trámite {i}\n\nEl aprendiz de la sede {i} presenta la solicitud {i * 3} y recibe la respuesta {i * 11}.");
            _corpus.Write($"{document}.md", $"---\ntitulo: Trámites {document}\n---\n{string.Join("\n\n", sections)}\n");
        }

        _corpus.Write("biblioteca.md", "---\ntitulo: Biblioteca\n---\nLa biblioteca abre de lunes a viernes a las ocho de la mañana.\n");
        _corpus.Write("carne.md", "---\ntitulo: Carné\n---\nEl carné del aprendiz lo entrega la coordinación académica.\n");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Damage_AnywhereWhileInUse_EndsInAnswersOrCodes(int seed)
    {
        var random = new Random(seed);
        await using var product = new TestProduct(
            _corpus.Path, services =>
                services.AddSingleton<IEmbedderSource>(new EmbedderSourceDouble(new EmbedderDouble().ToEmbedder())), ("Answering:AbstainBelow", "0"));
        var outcomes = new List<string>();
        await UseAsync(product, outcomes);
        outcomes.Clear();
        var right = await AnswersAsync(product);

        for (var round = 0; round < Rounds; round++)
        {
            Harm(Path.Combine(product.DataFolder, "azusena.db"), random);
            await UseAsync(product, outcomes);
        }

        outcomes.Should().NotContain(outcome => outcome == "internal" || outcome.Contains("Exception", StringComparison.Ordinal));
        (await RightAgainAsync(product)).Should().Equal(right);
    }

    public void Dispose() => _corpus.Dispose();

    private static void Harm(string database, Random random)
    {
        if (random.Next(3) > 0)
        {
            DatabaseDamage.Settle(database);
        }

        var file = random.Next(4) == 0 && File.Exists(database + "-wal") ? database + "-wal" : database;
        var pages = Math.Max(1, DatabaseDamage.Pages(file));
        if (random.Next(3) == 0)
        {
            DatabaseDamage.Truncate(file, random.NextInt64(new FileInfo(file).Length + 1));
        }
        else
        {
            DatabaseDamage.Overwrite(file, random, Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(pages)));
        }
    }

    // All that a service does, in turn.
    private static async Task UseAsync(TestProduct product, List<string> outcomes)
    {
        var (upkeep, vectors) = (product.Get<IndexUpkeep>(), product.Get<VectorUpkeep>());
        Func<Task>[] uses =
        [
            .. Questions.Select(question => (Func<Task>)(() => AnswerAsync(product, question))),
            () => vectors.RunAsync(progress: null, CancellationToken.None),
            () => product.IndexAsync(),
            () => Task.Run(() =>
            {
                using var snapshot = product.Get<PassageStore>().Read();
                _ = snapshot.DocumentCount + snapshot.Documents().Count;
            }),
            () => upkeep.RunAsync(progress: null, CancellationToken.None),
            () => vectors.RunAsync(progress: null, CancellationToken.None),
        ];
        foreach (var use in uses)
        {
            try
            {
                await use();
            }
            catch (AzuSenaException exception)
            {
                outcomes.Add(exception.Code.WireName());
            }
            catch (Exception exception)
            {
                outcomes.Add(exception.ToString());
            }
        }
    }

    private static async Task<string> AnswerAsync(TestProduct product, string question)
    {
        AnswerEvent? last = null;
        await foreach (var step in product.Get<AnswerService>().AskAsync(Question.Create(question), CancellationToken.None))
        {
            last = step;
        }

        return last is AnswerFailed failed ? throw failed.ToException() : ((AnswerCompleted)last!).Answer.Response;
    }

    private static async Task<List<string>> AnswersAsync(TestProduct product)
    {
        var answers = new List<string>();
        foreach (var question in Questions)
        {
            answers.Add(await AnswerAsync(product, question));
        }

        return answers;
    }

    // What lies where nobody has read yet is found by the check of the next process.
    private async Task<List<string>> RightAgainAsync(TestProduct product)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await using var next = new TestProduct(
            _corpus.Path,
            services => services.AddSingleton<IEmbedderSource>(new EmbedderSourceDouble(new EmbedderDouble().ToEmbedder())),
            ("Answering:AbstainBelow", "0"),
            ("Memory:DataDirectory", product.DataFolder));
        await UseAsync(next, []);
        return await AnswersAsync(next);
    }
}
