using AzuSena.Api.Answers.Live;
using Microsoft.AspNetCore.SignalR;

namespace AzuSena.Api.Chat;

/// <summary>The asker of a hub connection.</summary>
internal static class CallerAsker
{
    /// <summary>The caller, with the connection's remote address.</summary>
    public static Asker ToAsker(this HubCallerContext context) =>
        Asker.Of(context.GetHttpContext() ?? throw new InvalidOperationException("The hub is only reached over HTTP."), context.ConnectionId);
}
