using System.Diagnostics;
using AzuSena.Testing;
using Microsoft.Data.Sqlite;

namespace AzuSena.Cli.Tests.Commands;

/// <summary>An indexing run may die at any moment; the store opens afterwards and one more run makes it whole.</summary>
public sealed class KilledIndexTests : IDisposable
{
    private const int Kills = 100;
    private const string Everything =
        "SELECT d.path, d.content_hash, p.public_id, p.position, p.heading_path, p.text, t.terms FROM documents d JOIN passages p ON p.document_id = d.id JOIN passage_terms t ON t.rowid = p.id ORDER BY d.path, p.position";

    private static readonly string Cli = Path.Combine(AppContext.BaseDirectory, "AzuSena.Cli.dll");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Index_KilledAtRandomMoments_LosesNothing()
    {
        var undisturbed = _folder.Combine("undisturbed");
        var started = Stopwatch.GetTimestamp();
        await IndexAsync(undisturbed);
        var duration = Stopwatch.GetElapsedTime(started);

        var killed = _folder.Combine("killed");
        var random = new Random(20_240_611);
        for (var i = 0; i < Kills; i++)
        {
            await KillAsync(killed, random.NextDouble() * duration);
            Open(killed);
            if (i % 10 == 9)
            {
                // Now and then a run gets through, and the next ones have nothing to do but what is taken away here.
                await IndexAsync(killed);
                Run(killed, "DELETE FROM documents WHERE id % 2 = 0");
            }
        }

        await IndexAsync(killed);

        Run(killed, Everything).Should().Equal(Run(undisturbed, Everything)).And.NotBeEmpty();
        Run(killed, "INSERT INTO passage_terms (passage_terms) VALUES ('integrity-check')");
        Directory.GetFiles(killed, "*.corrupt-*").Should().BeEmpty();
    }

    private static async Task KillAsync(string data, TimeSpan after)
    {
        using var process = Process.Start(Start(data))!;
        using var moment = new CancellationTokenSource(after);
        try
        {
            await process.WaitForExitAsync(moment.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task IndexAsync(string data)
    {
        using var process = Process.Start(Start(data))!;
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0);
    }

    private static ProcessStartInfo Start(string data)
    {
        var start = new ProcessStartInfo("dotnet", [Cli, "index", "--quiet"]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["AZUSENA_HOME"] = Repository.Root;
        start.Environment["CORPUS_DIR"] = Repository.Corpus;
        start.Environment["DATA_DIR"] = data;
        start.Environment["Embedding__Provider"] = "none";
        return start;
    }

    // A run killed before it made the database leaves none, which is a good state too.
    private static void Open(string data)
    {
        if (File.Exists(Database(data)) && new FileInfo(Database(data)).Length > 0)
        {
            Run(data, "PRAGMA quick_check").Should().Equal("ok");
        }
    }

    private static List<string> Run(string data, string sql)
    {
        using var connection = Connect(data);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every caller passes constant SQL.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }

    private static SqliteConnection Connect(string data)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database(data), ForeignKeys = true, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static string Database(string data) => Path.Combine(data, "azusena.db");
}
