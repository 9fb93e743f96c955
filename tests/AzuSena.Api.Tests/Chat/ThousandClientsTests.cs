using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace AzuSena.Api.Tests.Chat;

/// <summary>A thousand people in the chat at once.</summary>
public sealed class ThousandClientsTests(ITestOutputHelper output)
{
    private const int Clients = 1000;

    // A bound for the test, far above what is measured: docs/operations.md has the figure.
    private const int MostKilobytes = 200;

    [Fact]
    public async Task Ask_ThousandClientsAtOnce_EachHasItsOwnWholeAnswer()
    {
        await using var api = await TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(new EchoComposer()));
        var clients = await ConnectAsync(api.Address);
        try
        {
            using var limit = new CancellationTokenSource(2 * TestApi.Patience);
            var began = TimeProvider.System.GetTimestamp();
            var answers = await Task.WhenAll(clients.Select((client, number) => client.AskAsync(Question(number), limit.Token)));
            output.WriteLine($"{Clients} answers in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F1} s");

            for (var number = 0; number < Clients; number++)
            {
                var events = answers[number];
                events[^1].Text("type").Should().Be("answer_completed");
                events.Select(step => step.GetProperty("sequence").GetInt32()).Should().Equal(Enumerable.Range(1, events.Count));
                events[^1].GetProperty("answer").Text("response").Should().Be(EchoComposer.Answer(Question(number)));
                string.Concat(events.Where(step => step.Text("type") == "answer_token").Select(step => step.Text("text")))
                    .Should().Be(EchoComposer.Answer(Question(number)));
            }
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task Connect_ThousandIdleClients_TakeLittleMemoryEach()
    {
        using var folder = new TemporaryFolder();
        folder.Write("corpus/horario.md", "---\ntitulo: Horario\n---\nLa biblioteca abre de lunes a viernes a las ocho de la mañana.\n");
        await using var process = ApiProcess.Start(folder, ("Embedding__Provider", "none"), ("RateLimit__PerMinute", "0"));
        var address = await process.ReadyAsync();

        // What the first connections load and compile is no connection's own.
        var first = await ConnectAsync(address, Clients / 10);
        var before = process.ResidentBytes;
        var clients = await ConnectAsync(address);
        var each = (process.ResidentBytes - before) / Clients / 1024;
        output.WriteLine($"{each} kB for each of {Clients} idle connections; {before / 1024 / 1024} MB before");
        first.Concat(clients).ToList().ForEach(client => client.Dispose());

        each.Should().BeLessThan(MostKilobytes);
    }

    private static string Question(int number) => $"¿Cuándo abre la biblioteca número {number}?";

    private static async Task<List<WireClient>> ConnectAsync(Uri address, int count = Clients)
    {
        using var limit = new CancellationTokenSource(TestApi.Patience);
        var clients = Enumerable.Range(0, count).Select(_ => new WireClient()).ToList();
        foreach (var some in clients.Chunk(50))
        {
            await Task.WhenAll(some.Select(client => client.ConnectAsync(address, limit.Token)));
        }

        return clients;
    }
}
