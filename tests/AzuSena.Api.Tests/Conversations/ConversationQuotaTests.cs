using System.Net;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Conversations;

public sealed class ConversationQuotaTests
{
    private const string Path = "/azusena_api/conversations";

    [Fact]
    public async Task Post_MoreThanOneAddressMayBegin_IsRefusedWithTheTimeToWait()
    {
        await using var api = await TestApi.StartAsync("--Conversations:PerAddressHour=2");
        for (var i = 0; i < 2; i++)
        {
            await api.Client.BeginConversationAsync();
        }

        using var refused = await api.Client.PostAsync(Path, content: null);

        refused.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero).And.BeLessThanOrEqualTo(TimeSpan.FromHours(1));
        await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_conversations");
        (await api.Client.AskAsync("hola")).Text("response").Should().NotBeEmpty("nothing else is refused");
    }
}
