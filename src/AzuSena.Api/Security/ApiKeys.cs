using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Security;

/// <summary>The keys of <c>API_KEYS</c>.</summary>
internal sealed class ApiKeys(IOptions<ApiOptions> options)
{
    private readonly byte[][] _hashes = [.. options.Value.KeyList.Select(Hash)];

    /// <summary>Whether there are any; without them no key is required.</summary>
    public bool AreNeeded => _hashes.Length > 0;

    /// <summary>The principal for a key; null if it is not one of them.</summary>
    public ClaimsPrincipal? OwnerOf(string? key)
    {
        var hash = Hash(key ?? "");

        // Every key is compared, and by hashes of equal length, so that the time taken reveals nothing.
        var known = false;
        foreach (var candidate in _hashes)
        {
            known |= CryptographicOperations.FixedTimeEquals(candidate, hash);
        }

        return known ? ApiKeyOwner.WithHash(hash) : null;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
