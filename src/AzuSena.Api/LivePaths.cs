namespace AzuSena.Api;

/// <summary>The paths of the live chats, including those below them, which the rules for requests treat differently.</summary>
internal static class LivePaths
{
    /// <summary>The SignalR hub.</summary>
    public const string Hub = "/hubs/chat";

    /// <summary>The Socket.IO endpoint, at the default path of its clients.</summary>
    public const string SocketIo = "/socket.io";

    /// <summary>The MCP server, whose streams follow no chat's rules but their own.</summary>
    public const string Mcp = "/mcp";

    /// <summary>Whether a path is that of a live chat.</summary>
    public static bool Contain(PathString path) => path.StartsWithSegments(Hub) || path.StartsWithSegments(SocketIo);

    /// <summary>Whether the request belongs to an open Socket.IO session; there are many such requests per question.</summary>
    public static bool IsWithinSession(HttpRequest request) => request.Path.StartsWithSegments(SocketIo) && request.Query.ContainsKey("sid");
}
