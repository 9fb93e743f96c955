using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Api.Tests.WholeProduct.Support;
using AzuSena.Testing;
using Microsoft.Data.Sqlite;

namespace AzuSena.Api.Tests.WholeProduct;

/// <summary>Something befalls the databases under a running service, with everything on: it tells a stable code at worst and is well again by itself.</summary>
public sealed class StoreTroubleTests
{
    private const string Question = "¿Qué es la etapa productiva?";
    private const int Page = 4096;

    private static readonly string[] Codes = ["index_not_ready", "store_unavailable"];

    private static readonly string[] Expected =
        ["AzuSena.Memory", "AzuSena.Api", "AzuSena.Conversations", "AzuSena.Feedback", "AzuSena.Answering.Tracing"];

    [MiniLmFact(withApertium: true)]
    public Task Store_IsDamaged_IsWellAgain() => BefallAsync(product =>
    {
        var file = Path.Combine(product.Data, "azusena.db");
        using var stream = File.Open(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        var random = new Random(1);
        var rubbish = new byte[Page];
        for (var at = stream.Length / Page / 3; at < stream.Length / Page; at++)
        {
            random.NextBytes(rubbish);
            stream.Position = at * Page;
            stream.Write(rubbish);
        }
    });

    [MiniLmFact(withApertium: true)]
    public Task Store_IsDeleted_IsWellAgain() => BefallAsync(product =>
    {
        foreach (var file in Directory.GetFiles(product.Data, "azusena.db*"))
        {
            File.Delete(file);
        }
    });

    [MiniLmFact(withApertium: true)]
    public Task Store_IsTruncated_IsWellAgain() => BefallAsync(product =>
    {
        using var stream = File.Open(Path.Combine(product.Data, "azusena.db"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.SetLength(5000);
    });

    [MiniLmFact(withApertium: true)]
    public Task EveryDatabase_IsRubbish_IsWellAgain() => BefallAsync(product =>
    {
        foreach (var file in Directory.GetFiles(product.Data, "*.db"))
        {
            using var stream = File.Open(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            stream.Write(new byte[20_000]);
        }
    });

    [MiniLmFact(withApertium: true)]
    public async Task Databases_AreLockedByAnother_CostNoAnswer()
    {
        await using var product = await UserProduct.StartAsync(UserProduct.WithoutModel);
        var conversation = await product.Client.BeginConversationAsync();
        var locks = Directory.GetFiles(product.Data, "*.db").Select(Lock).ToList();
        var answers = await Task.WhenAll(WayIn.All.Select(way => way.AskAsync(product, Question, null)));
        answers.Should().OnlyContain(outcome => outcome.Code == null);
        locks.ForEach(held => held.Dispose());

        (await WayIn.Text.AskAsync(product, Question, conversation)).Code.Should().BeNull();
        var kept = JsonSerializer.Deserialize<JsonElement>(await product.Client.GetStringAsync($"/azusena_api/conversations/{conversation}"));
        kept.GetProperty("turns").GetArrayLength().Should().Be(1);
        foreach (var outcome in answers)
        {
            await product.TraceAsync(outcome.QuestionId!);
        }

        product.Log.ShouldBeQuiet();
    }

    private static async Task BefallAsync(Action<UserProduct> trouble)
    {
        // One folder of the corpus is enough to lose: all its vectors are made again.
        await using var product = await UserProduct.StartAsync(UserProduct.WithoutModel, PlayingModel.Play, copyOf: "contrato");
        var well = await WayIn.Text.AskAsync(product, Question, null);
        well.Answer!.Value.GetProperty("abstained").GetBoolean().Should().BeFalse();

        trouble(product);

        foreach (var outcome in await Task.WhenAll(WayIn.All.Select(way => way.AskAsync(product, Question, null))))
        {
            (outcome.Code ?? "").Should().BeOneOf(["", .. Codes]);
        }

        await product.Api.UntilReadyAsync(ready => ready.Text("status") == "ready");
        await product.Api.UntilVectorsAsync();
        foreach (var way in WayIn.All)
        {
            (await way.AskAsync(product, Question, null)).Response.Should().Be(well.Response, $"over {way}");
        }

        product.Log.ShouldBeQuiet(Expected);
    }

    private static SqliteConnection Lock(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        return connection;
    }
}
