using AzuSena.Api.Answers.Live;
using Microsoft.AspNetCore.SignalR;

namespace AzuSena.Api.Chat;

/// <summary>Who asks over a hub connection.</summary>
internal static class CallerAsker
{
    /// <summary>The caller, with the address that the connection came from.</summary>
    public static Asker ToAsker(this HubCallerContext context) =>
        Asker.Of(context.GetHttpContext() ?? throw new InvalidOperationException("The hub is only reached over HTTP."), context.ConnectionId);
}
