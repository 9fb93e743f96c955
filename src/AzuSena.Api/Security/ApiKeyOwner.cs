using System.Security.Claims;

namespace AzuSena.Api.Security;

/// <summary>Tells callers apart by the API key that let them in: what one of them began is nobody else's.</summary>
internal static class ApiKeyOwner
{
    private const string Scheme = "ApiKey";

    /// <summary>The owner's name: the hash of the key; null where no key is needed.</summary>
    public static string? Of(ClaimsPrincipal? caller) => caller?.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>The caller that a key with this hash let in.</summary>
    public static ClaimsPrincipal WithHash(byte[] hash) => new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Convert.ToHexStringLower(hash))], Scheme));
}
