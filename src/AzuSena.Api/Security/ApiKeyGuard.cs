using System.Security.Cryptography;
using System.Text;
using AzuSena.Api.Chat;
using AzuSena.Api.Errors;
using AzuSena.Api.Hosting;
using AzuSena.Errors;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Security;

/// <summary>
/// With <c>API_KEYS</c> set, lets nobody through without one of them (<c>X-Api-Key</c>, <c>Authorization: Bearer</c>, or for the hub the query's
/// <c>access_token</c>, since a browser's WebSocket cannot set headers). Health and the page stay open.
/// </summary>
internal sealed class ApiKeyGuard(RequestDelegate next, IOptions<ApiOptions> options)
{
    private const string Bearer = "Bearer ";

    private readonly byte[][] _hashes = [.. options.Value.KeyList.Select(Hash)];

    public Task InvokeAsync(HttpContext context)
    {
        if (_hashes.Length == 0 || IsOpen(context.Request))
        {
            return next(context);
        }

        var hash = Hash(KeyOf(context.Request) ?? "");
        if (IsKnown(hash))
        {
            context.User = ApiKeyOwner.WithHash(hash);
            return next(context);
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(ErrorCode.Unauthorized).ExecuteAsync(context);
    }

    private static bool IsOpen(HttpRequest request) =>
        request.Path.StartsWithSegments("/health") || request.Path == "/" || request.Path.StartsWithSegments("/assets") || HttpMethods.IsOptions(request.Method);

    private static string? KeyOf(HttpRequest request)
    {
        string? authorization = request.Headers.Authorization;
        return request.Headers["X-Api-Key"].FirstOrDefault()
            ?? (authorization?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) == true ? authorization[Bearer.Length..].Trim() : null)
            ?? (request.Path.StartsWithSegments(ChatSetup.Path) ? request.Query["access_token"].FirstOrDefault() : null);
    }

    // Every key is compared, and by hashes of one length, so the time taken tells nothing.
    private bool IsKnown(byte[] hash)
    {
        var known = false;
        foreach (var candidate in _hashes)
        {
            known |= CryptographicOperations.FixedTimeEquals(candidate, hash);
        }

        return known;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
