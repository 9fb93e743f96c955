namespace AzuSena.Api.Security;

/// <summary>The API key, or the ticket of the chat on another site, that a request carries.</summary>
internal static class RequestKey
{
    private const string Bearer = "Bearer ";

    /// <summary>
    /// From <c>X-Api-Key</c>, <c>Authorization: Bearer</c>, or for the live chats the query's <c>access_token</c>, because a browser's WebSocket cannot set
    /// headers; null if there is none.
    /// </summary>
    public static string? Of(HttpRequest request)
    {
        string? authorization = request.Headers.Authorization;
        return request.Headers["X-Api-Key"].FirstOrDefault()
            ?? (authorization?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) == true ? authorization[Bearer.Length..].Trim() : null)
            ?? (LivePaths.Contain(request.Path) ? request.Query["access_token"].FirstOrDefault() : null);
    }
}
