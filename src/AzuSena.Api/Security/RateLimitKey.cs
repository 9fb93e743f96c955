namespace AzuSena.Api.Security;

/// <summary>What requests are counted under: the caller's address, and apart from it what the chat on other sites sends from that address.</summary>
internal sealed class RateLimitKey(WidgetTickets tickets)
{
    private const string Widget = "widget ";

    /// <summary>Whether a key is that of requests of the chat on other sites.</summary>
    public static bool IsOfWidget(string key) => key.StartsWith(Widget, StringComparison.Ordinal);

    /// <summary>The key of a request, or of a hub connection.</summary>
    public string Of(HttpContext context)
    {
        var address = ClientAddress.Of(context);
        return tickets.OwnerOf(RequestKey.Of(context.Request)) is null ? address : Widget + address;
    }
}
