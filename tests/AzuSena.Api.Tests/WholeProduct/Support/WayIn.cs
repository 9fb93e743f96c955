using System.Net.Http.Json;
using System.Text.Json;
using AzuSena.Api.Tests.Support;
using AzuSena.Api.Tests.Voice;
using AzuSena.Testing.Voice;

namespace AzuSena.Api.Tests.WholeProduct.Support;

/// <summary>A way to ask the service: each gives the whole answer, and checks its events if it has any.</summary>
internal sealed record WayIn(string Name, Func<UserProduct, string, string?, Task<Outcome>> AskAsync)
{
    private static readonly Task<byte[]> UnknownTone = Clips.ToneAsync(660);

    public static readonly WayIn Text = new("text", async (product, question, conversation) =>
    {
        using var response = await product.Client.PostAsJsonAsync(Asking.TextPath, Body(question, conversation));
        return Outcome.OfReply(await response.Content.ReadFromJsonAsync<JsonElement>());
    });

    public static readonly WayIn Stream = new("stream", async (product, question, conversation) =>
    {
        using var response = await product.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, Asking.StreamPath) { Content = JsonContent.Create(Body(question, conversation)) },
                HttpCompletionOption.ResponseHeadersRead);
        return response.IsSuccessStatusCode
            ? Outcome.OfEvents(await response.ReadEventsAsync().Select(item => item.Data).ToListAsync())
            : Outcome.OfReply(await response.Content.ReadFromJsonAsync<JsonElement>());
    });

    public static readonly WayIn Hub = new("hub", async (product, question, conversation) =>
    {
        await using var client = await ChatClient.ConnectAsync(product.Api);
        return Outcome.OfEvents(await client.StreamAsync(Body(question, conversation)));
    });

    public static readonly WayIn HubOriginal = new("query_text", async (product, question, conversation) =>
    {
        await using var client = await ChatClient.ConnectAsync(product.Api);
        await client.SendQueryAsync(Body(question, conversation));
        return Outcome.OfChat(await client.UntilTheEndAsync());
    });

    public static readonly WayIn SocketIo = new("socket.io", async (product, question, conversation) =>
    {
        await using var client = await LegacyClient.ConnectAsync(product.Api);
        return Outcome.OfChat(await client.AskAsync(Body(question, conversation)));
    });

    public static readonly WayIn Voice = new("voice", async (product, question, conversation) =>
    {
        // One after the other: the double hears whatever it was told to hear.
        await product.OneSpeaks.WaitAsync();
        try
        {
            product.Speech.Otherwise = question;
            using var form = VoiceApi.Form(await UnknownTone, fields: conversation is null ? [] : [("conversation_id", conversation)]);
            using var response = await product.Client.PostAsync(VoiceApi.QueryPath, form);
            return Outcome.OfReply(await response.Content.ReadFromJsonAsync<JsonElement>());
        }
        finally
        {
            product.OneSpeaks.Release();
        }
    });

    public static readonly WayIn[] All = [Text, Stream, Hub, HubOriginal, SocketIo, Voice];

    public override string ToString() => Name;

    private static Dictionary<string, string> Body(string question, string? conversation) => conversation is null
        ? new() { ["query"] = question }
        : new() { ["query"] = question, ["conversation_id"] = conversation };
}
