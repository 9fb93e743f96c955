using System.Diagnostics;
using AzuSena.Testing;
using AzuSena.Testing.OpenAi;
using Microsoft.Data.Sqlite;

namespace AzuSena.Cli.Tests.Commands;

/// <summary>An indexing run, its vectors included, may die at any moment; the store opens afterwards and one more run makes it whole.</summary>
public sealed class KilledIndexTests : IAsyncLifetime
{
    private const int Kills = 20;
    private const int MomentsEach = 5;
    private const string Everything =
        "SELECT d.path, d.content_hash, p.public_id, p.position, p.heading_path, p.text, t.terms FROM documents d JOIN passages p ON p.document_id = d.id " +
            "JOIN passage_terms t ON t.rowid = p.id ORDER BY d.path, p.position";

    private const string Vectors =
        "SELECT p.public_id, hex(v.vector) FROM passages p JOIN vectors v ON v.text_hash = p.text_hash JOIN embedders e ON e.id = v.embedder_id WHERE " +
            "e.is_complete ORDER BY p.public_id";

    private static readonly string Cli = Path.Combine(AppContext.BaseDirectory, "AzuSena.Cli.dll");

    private readonly TemporaryFolder _folder = new();
    private readonly OpenAiDouble _embedder = new() { Embed = text => [text.Length, text.Count(c => c == 'a'), text.Count(c => c == 'e'), 1] };

    public Task InitializeAsync() => _embedder.StartAsync();

    public async Task DisposeAsync()
    {
        await _embedder.DisposeAsync();
        _folder.Dispose();
    }

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
            await KillAsync(killed, [.. Enumerable.Range(0, MomentsEach).Select(_ => random.NextDouble() * duration).Order()]);
            Open(killed);
            if (i % 4 == 3)
            {
                // Now and then a run gets through, and the next ones have nothing to do but what is taken away here.
                await IndexAsync(killed);
                Run(killed, "DELETE FROM documents WHERE id % 2 = 0");
            }
        }

        await IndexAsync(killed);

        Run(killed, Everything).Should().Equal(Run(undisturbed, Everything)).And.NotBeEmpty();
        Run(killed, Vectors).Should().Equal(Run(undisturbed, Vectors)).And.HaveSameCount(Run(killed, Everything));
        Directory.GetFiles(killed, "vectors-*.index").Should().ContainSingle();
        Run(killed, "SELECT count(*) FROM staged_documents").Should().Equal("0");
        Run(killed, "INSERT INTO passage_terms (passage_terms) VALUES ('integrity-check')");
        Directory.GetFiles(killed, "*.corrupt-*").Should().BeEmpty();
    }

    // A process that stands still leaves what it would leave if it were killed there, so that one start shows several moments. It dies at the last one.
    private async Task KillAsync(string data, TimeSpan[] moments)
    {
        using var process = Process.Start(Start(data))!;
        var ended = process.WaitForExitAsync();
        var passed = TimeSpan.Zero;
        foreach (var moment in moments)
        {
            if (await Task.WhenAny(ended, Task.Delay(moment - passed, TimeProvider.System)) == ended)
            {
                return;
            }

            passed = moment;
            await StopAsync(process);
            OpenCopy(data);
            await ProcessRun.OfAsync("kill", ["-s", moment == moments[^1] ? "KILL" : "CONT", $"{process.Id}"]);
        }

        await ended;
    }

    // Until each of its threads stands still; it may end before.
    private static async Task StopAsync(Process process)
    {
        await ProcessRun.OfAsync("kill", ["-s", "STOP", $"{process.Id}"]);
        await Eventually.TrueAsync(() => process.HasExited || Threads(process.Id).All(state => state is 'T' or 'Z' or 'X'));
    }

    private static List<char> Threads(int process)
    {
        try
        {
            // The state stands behind the name, which is in brackets.
            return [.. Directory.GetDirectories($"/proc/{process}/task").Select(thread => File.ReadAllText(Path.Combine(thread, "stat")))
                .Select(line => line[line.LastIndexOf(')') + 2])];
        }
        catch (IOException)
        {
            // One of them has just ended.
            return ['R'];
        }
    }

    private void OpenCopy(string data)
    {
        var copy = _folder.Combine("copy");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.Exists(data) ? Directory.GetFiles(data, "azusena.db*") : [])
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        Open(copy);
        Directory.Delete(copy, recursive: true);
    }

    private async Task IndexAsync(string data)
    {
        using var process = Process.Start(Start(data))!;
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0);
    }

    private ProcessStartInfo Start(string data)
    {
        var start = new ProcessStartInfo("dotnet", [Cli, "index", "--quiet"])
        { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["AZUSENA_HOME"] = Repository.Root;
        start.Environment["CORPUS_DIR"] = Repository.Corpus;
        start.Environment["DATA_DIR"] = data;
        start.Environment["Embedding__Provider"] = "openai";
        start.Environment["Embedding__BaseUrl"] = _embedder.BaseUrl.ToString();
        start.Environment["Embedding__Model"] = "doble";
        // Whether the embedder is there is not to depend on how busy the machine is.
        start.Environment["Embedding__ProbeSeconds"] = "60";
        start.Environment["Embedding__TimeoutSeconds"] = "600";
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
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Database(data), ForeignKeys = true, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static string Database(string data) => Path.Combine(data, "azusena.db");
}
