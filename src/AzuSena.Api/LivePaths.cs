namespace AzuSena.Api;

/// <summary>Where the live chats are: the rules for requests treat them unlike the rest, and stand below them.</summary>
internal static class LivePaths
{
    /// <summary>The SignalR hub.</summary>
    public const string Hub = "/hubs/chat";

    /// <summary>The Socket.IO endpoint, where its clients look for it by themselves.</summary>
    public const string SocketIo = "/socket.io";

    /// <summary>Whether a path is that of a live chat.</summary>
    public static bool Contain(PathString path) => path.StartsWithSegments(Hub) || path.StartsWithSegments(SocketIo);

    /// <summary>Whether the request belongs to a Socket.IO session that is open already; there are many of them for one question.</summary>
    public static bool IsWithinSession(HttpRequest request) => request.Path.StartsWithSegments(SocketIo) && request.Query.ContainsKey("sid");
}
