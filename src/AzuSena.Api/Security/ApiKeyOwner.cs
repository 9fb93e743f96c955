using System.Security.Claims;

namespace AzuSena.Api.Security;

/// <summary>Distinguishes callers by their API key: each may access only what it created.</summary>
internal static class ApiKeyOwner
{
    private const string Scheme = "ApiKey";

    /// <summary>The owner's name: the hash of the key; null if no key is required.</summary>
    public static string? Of(ClaimsPrincipal? caller) => caller?.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>The principal for the hash of a key.</summary>
    public static ClaimsPrincipal WithHash(byte[] hash) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Convert.ToHexStringLower(hash))], Scheme));
}
