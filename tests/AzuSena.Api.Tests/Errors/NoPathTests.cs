using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Answering;
using AzuSena.Api.Tests.Support;
using AzuSena.Errors;
using AzuSena.Models.ModelFiles;
using AzuSena.Settings;
using AzuSena.Testing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Errors;

/// <summary>No path of the service's machine reaches a client, whatever fails and whichever way was asked.</summary>
public sealed class NoPathTests
{
    private const string Secret = "/srv/azusena/datos";
    private const string Question = "¿Cuándo abre la biblioteca?";

    private static IEnumerable<Exception> Failures =>
    [
        .. Enum.GetValues<ErrorCode>().Select(code => new AzuSenaException(code, new IOException(Secret))),
        new IOException(Secret),
        new FileNotFoundException(Secret, Secret),
        new DirectoryNotFoundException(Secret),
        new UnauthorizedAccessException(Secret),
        new SqliteException(Secret, 13),
        new InvalidOperationException(Secret),
        new InvalidDataException(Secret),
        new JsonException(Secret),
        new TimeoutException(Secret),
        new OperationCanceledException(Secret),
        new HttpRequestException(Secret),
        new HubException(Secret),
        new SettingsException(Secret),
        new ModelException(Secret),
        new AggregateException(Secret, new IOException(Secret)),
    ];

    [Fact]
    public async Task Ask_AnyFailure_TellsNoPathByAnyWay()
    {
        var composer = new ThrowingComposer();
        await using var api = await TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(composer));
        await using var chat = await ChatClient.ConnectAsync(api);
        await using var legacy = await LegacyClient.ConnectAsync(api);
        foreach (var failure in Failures)
        {
            composer.Next = failure;
            foreach (var path in new[] { Asking.TextPath, Asking.StreamPath })
            {
                using var response = await api.Client.PostAsJsonAsync(path, new { query = Question });
                ShouldTellNoPath(await response.Content.ReadAsStringAsync(), failure);
            }

            ShouldTellNoPath((await chat.StreamAsync(Question))[^1].GetRawText(), failure);
            await chat.SendQueryAsync(Question);
            ShouldTellNoPath((await chat.UntilTheEndAsync())[^1].Body.GetRawText(), failure);
            ShouldTellNoPath((await legacy.AskAsync(Question))[^1].Body.GetRawText(), failure);
        }
    }

    [Fact]
    public async Task AnyEndpoint_DatabaseThatCannotBeOpened_TellsNoPath()
    {
        using var data = new TemporaryFolder();
        foreach (var database in new[] { "conversations.db", "feedback.db", "traces.db" })
        {
            Directory.CreateDirectory(data.Combine(database));
        }

        await using var api = await TestApi.StartAsync($"--Memory:DataDirectory={data.Path}");
        (HttpMethod Method, string Path, object? Body)[] requests =
        [
            (HttpMethod.Post, "/azusena_api/conversations", null),
            (HttpMethod.Get, "/azusena_api/conversations/AAAAAAAAAAAAAAAAAAAAAAAA", null),
            (HttpMethod.Get, "/azusena_api/conversations/AAAAAAAAAAAAAAAAAAAAAAAA/export", null),
            (HttpMethod.Patch, "/azusena_api/conversations/AAAAAAAAAAAAAAAAAAAAAAAA", new { title = "Título" }),
            (HttpMethod.Delete, "/azusena_api/conversations/AAAAAAAAAAAAAAAAAAAAAAAA", null),
            (HttpMethod.Post, Asking.TextPath, new { query = Question, conversation_id = "AAAAAAAAAAAAAAAAAAAAAAAA" }),
            (HttpMethod.Post, Asking.StreamPath, new { query = Question, conversation_id = "AAAAAAAAAAAAAAAAAAAAAAAA" }),
            (HttpMethod.Post, "/azusena_api/questions/x/feedback", new { rating = "up" }),
            (HttpMethod.Get, "/azusena_api/questions/x/trace", null),
        ];
        foreach (var (method, path, body) in requests)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            using var response = await api.Client.SendAsync(request);

            await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "store_unavailable");
            (await response.Content.ReadAsStringAsync()).Should().NotContain("DATA_DIR", path);
        }
    }

    [Fact]
    public async Task Ready_FoldersThatCannotBeUsed_TellsNoPath()
    {
        using var folder = new TemporaryFolder();
        await using var api = await TestApi.StartAsync(
            "--Voice:Enabled=true",
            $"--Voice:ModelDirectory={Directory.CreateDirectory(folder.Combine("voz")).FullName}",
            "--Embedding:Provider=onnx",
            $"--Embedding:OnnxDirectory={folder.Combine("vectores")}",
            $"--ExternalPlugins:Directory={folder.Write("extensiones", "")}");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[100]), "audio_file", "a.wav" } };
        using var asked = await api.Client.PostAsync("/azusena_api/query/voice", form);
        using var response = await api.Client.GetAsync("/health/ready");

        (await response.Content.ReadAsStringAsync()).ShouldHoldNothingOfOurs();
        (await asked.Content.ReadAsStringAsync()).ShouldHoldNothingOfOurs();
    }

    private static void ShouldTellNoPath(string said, Exception failure)
    {
        said.Should().Contain("\"code\"").And.NotContain(Secret, failure.GetType().Name);
        said.Should().NotContain("«/", failure.GetType().Name);
    }
}
