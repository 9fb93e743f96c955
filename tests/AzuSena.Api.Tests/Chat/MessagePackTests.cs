using System.Text.Json;
using System.Text.Json.Nodes;
using AzuSena.Api.Tests.Support;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace AzuSena.Api.Tests.Chat;

[Collection(CorpusApiGroup.Name)]
public sealed class MessagePackTests(CorpusApi api)
{
    private const string Question = "¿Qué es el contrato de aprendizaje?";

    [Fact]
    public async Task Ask_OverMessagePack_HasTheShapesOfJson()
    {
        await using var json = await ChatClient.ConnectAsync(api.Api);
        await using var packed = await ConnectAsync();

        var expected = await json.StreamAsync(new { query = Question });
        var events = await packed.StreamAsync<object>("Ask", new Dictionary<string, object> { ["query"] = Question }).Select(ToJson).ToListAsync();

        events.Select(Shape).Should().Equal(expected.Select(step => Shape(JsonObject.Create(step)!)));
    }

    [Fact]
    public async Task QueryText_OverMessagePack_HasTheShapesOfJson()
    {
        await using var packed = await ConnectAsync();
        var said = new List<JsonNode?>();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        packed.On<object>("response", body =>
        {
            said.Add(ToJson(body));
            if (said[^1]!["complete"]!.GetValue<bool>())
            {
                ended.SetResult();
            }
        });
        await packed.SendAsync("query_text", Question);
        await ended.Task.WaitAsync(TestApi.Patience);

        string.Concat(said.Select(piece => piece!["chunk"]!.GetValue<string>())).Should().Be(said[^1]!["response"]!.GetValue<string>());
        JsonSerializer.SerializeToElement(said[^1]!["answer"]).Lasting().Should().Be(Whole(await api.Client.AskAsync(Question)).Lasting());
    }

    public static TheoryData<object?> Refused =>
        [.. new object?[] { null, 7, double.NaN, true, new byte[] { 1, 2 }, new[] { "hola" }, new Dictionary<int, string> { [1] = "hola" },
            new Dictionary<string, object> { ["query"] = 7 } }];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Ask_OverMessagePackWhatCannotBeAsked_IsOneAnswerFailed(object? question)
    {
        await using var packed = await ConnectAsync();

        var events = await packed.StreamAsync<object>("Ask", question).Select(ToJson).ToListAsync();

        events.Should().ContainSingle().Which!["code"]!.GetValue<string>().Should().Be("question_invalid");
    }

    [Fact]
    public async Task Resume_OverMessagePack_TakesPlainArguments()
    {
        await using var packed = await ConnectAsync();
        var events = await packed.StreamAsync<object>("Ask", new Dictionary<string, object> { ["query"] = Question, ["resumable"] = true }).Select(ToJson)
            .ToListAsync();

        var rest = await packed.StreamAsync<object>("Resume", events[0]!["question_id"]!.GetValue<string>(), 2).Select(ToJson).ToListAsync();

        rest.Select(step => step!.ToJsonString()).Should().Equal(events.Skip(2).Select(step => step!.ToJsonString()));
        (await packed.InvokeAsync<bool>("Stop", events[0]!["question_id"]!.GetValue<string>())).Should().BeFalse("it has ended");
    }

    private async Task<HubConnection> ConnectAsync()
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(api.Api.Address, "/hubs/chat")).AddMessagePackProtocol().Build();
        await connection.StartAsync().WaitAsync(TestApi.Patience);
        return connection;
    }

    // What differs from one time to the next is left out, and a whole number is a number.
    private static string Shape(JsonNode? step)
    {
        var copy = Whole(JsonSerializer.SerializeToElement(step));
        var shape = JsonObject.Create(copy)!;
        if (shape["type"]!.GetValue<string>() == "answer_started")
        {
            shape.Remove("question_id").Should().BeTrue();
        }

        if (shape["answer"] is { } answer)
        {
            shape["answer"] = JsonSerializer.SerializeToElement(answer).Lasting();
        }

        return shape.ToJsonString();
    }

    private static JsonElement Whole(JsonElement element) => JsonSerializer.SerializeToElement(ToJson(FromJson(element)));

    private static object? FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(property => (object)property.Name, property => FromJson(property.Value)!),
        JsonValueKind.Array => element.EnumerateArray().Select(FromJson).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        _ => null,
    };

    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        IDictionary<object, object> map => new JsonObject(map.Select(pair => KeyValuePair.Create((string)pair.Key, ToJson(pair.Value)))),
        object?[] list => new JsonArray([.. list.Select(ToJson)]),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        IConvertible number => JsonValue.Create(number.ToDouble(System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException(value.GetType().Name),
    };
}
