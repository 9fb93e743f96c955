using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Answering;
using AzuSena.Answering.Tracing;
using AzuSena.Api.Tests.Support;
using AzuSena.Feedback;
using AzuSena.Settings;
using AzuSena.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Tests.Conversations;

/// <summary>Deleting a conversation is one act: whatever comes between, nothing of it is left, and nothing is written afterwards.</summary>
public sealed class ConversationDeletionTests
{
    private const string Conversations = "/azusena_api/conversations";

    [Fact]
    public async Task Delete_ClientLeavesHalfWay_IsCarriedThrough()
    {
        var left = new Leaving();
        await using var api = await TestApi.StartAsync(services => services.AddSingleton<IStartupFilter>(left));
        var conversation = await api.Client.BeginConversationAsync();
        var question = await AskInAsync(api, conversation);
        await RateAsync(api, question);
        await api.Get<PendingTraces>().FlushAsync(CancellationToken.None);

        using var client = new CancellationTokenSource();
        Task<HttpResponseMessage> deletion;
        using (Lock(api, "feedback.db"))
        {
            deletion = api.Client.DeleteAsync($"{Conversations}/{conversation}", client.Token);
            await Eventually.TrueAsync(() => IsGone(api, conversation));
            await client.CancelAsync();
            await left.Left;
        }

        await deletion.Invoking(it => it).Should().ThrowAsync<OperationCanceledException>();
        await Eventually.TrueAsync(() => api.Get<FeedbackStore>().Read().Count == 0);
        await Eventually.TrueAsync(() => api.Get<TraceStore>().Find(question) is null);
        using var again = await api.Client.DeleteAsync($"{Conversations}/{conversation}");
        again.StatusCode.Should().BeOneOf(HttpStatusCode.NotFound, HttpStatusCode.NoContent);
        await Eventually.TrueAsync(() => IsGone(api, conversation));
    }

    [Fact]
    public async Task Delete_RatingsCannotBeDeleted_IsThereForTheRetry()
    {
        await using var api = await TestApi.StartAsync();
        var conversation = await api.Client.BeginConversationAsync();
        var question = await AskInAsync(api, conversation);
        await RateAsync(api, question);
        await api.Get<PendingTraces>().FlushAsync(CancellationToken.None);
        var file = Path.Combine(api.Get<IOptions<DataOptions>>().Value.DataDirectory, "feedback.db");
        SqliteConnection.ClearAllPools();
        File.Move(file, file + ".kept");
        Directory.CreateDirectory(file);

        using var first = await api.Client.DeleteAsync($"{Conversations}/{conversation}");
        Directory.Delete(file);
        File.Move(file + ".kept", file);
        using var second = await api.Client.DeleteAsync($"{Conversations}/{conversation}");
        using var third = await api.Client.DeleteAsync($"{Conversations}/{conversation}");

        first.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        second.StatusCode.Should().Be(HttpStatusCode.NoContent);
        await third.ShouldBeProblemAsync(HttpStatusCode.NotFound, "conversation_not_found");
        api.Get<FeedbackStore>().Read().Should().BeEmpty();
        api.Get<TraceStore>().Find(question).Should().BeNull();
    }

    [Fact]
    public async Task Delete_WhileAnAnswerIsMade_NothingOfItIsKeptAndTheAnswerSaysSo()
    {
        var composer = new GatedComposer();
        await using var api = await TestApi.StartAsync(services => services.AddSingleton<IAnswerComposer>(composer));
        var conversation = await api.Client.BeginConversationAsync();
        var asking = api.Client.PostAsJsonAsync(Asking.TextPath, new { query = "¿Cuándo abre la biblioteca?", conversation_id = conversation });
        await composer.Held;

        using (var deletion = await api.Client.DeleteAsync($"{Conversations}/{conversation}"))
        {
            deletion.StatusCode.Should().Be(HttpStatusCode.NoContent);
        }

        composer.Release();
        using var response = await asking;
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();

        answer.Text("response").Should().Be(GatedComposer.First + GatedComposer.Second);
        answer.GetProperty("not_kept").Text("code").Should().Be("conversation_not_found");
        answer.GetProperty("not_kept").Text("message").Should().Contain("no quedó guardada");
        using var rating = await api.Client.PostAsJsonAsync($"/azusena_api/questions/{answer.Text("question_id")}/feedback", new { rating = "up" });
        await rating.ShouldBeProblemAsync(HttpStatusCode.NotFound, "question_not_found");
        await api.Get<PendingTraces>().FlushAsync(CancellationToken.None);
        api.Get<TraceStore>().Find(answer.Text("question_id")).Should().BeNull();
    }

    private static async Task<string> AskInAsync(TestApi api, string conversation)
    {
        using var response = await api.Client.PostAsJsonAsync(Asking.TextPath, new { query = "¿Cuándo abre la biblioteca?", conversation_id = conversation });
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).Text("question_id");
    }

    private static async Task RateAsync(TestApi api, string question)
    {
        var path = $"/azusena_api/questions/{question}/feedback";
        using var response = await api.Client.PostAsJsonAsync(path, new { rating = "down", comment = "mi cédula es 123" });
        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    private static bool IsGone(TestApi api, string conversation)
    {
        using var response = api.Client.GetAsync($"{Conversations}/{conversation}").GetAwaiter().GetResult();
        return response.StatusCode == HttpStatusCode.NotFound;
    }

    // Another process that is writing: whoever wants to write too waits for it.
    private static SqliteConnection Lock(TestApi api, string file)
    {
        var path = Path.Combine(api.Get<IOptions<DataOptions>>().Value.DataDirectory, file);
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Tells when a client has left in the middle of a deletion.</summary>
    private sealed class Leaving : IStartupFilter
    {
        private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Left => _left.Task.WaitAsync(TestApi.Patience);

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, inner) =>
            {
                if (HttpMethods.IsDelete(context.Request.Method))
                {
                    context.RequestAborted.Register(() => _left.TrySetResult());
                }

                return inner(context);
            });
            next(app);
        };
    }
}
