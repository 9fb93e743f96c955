using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Security;

/// <summary>The keys of <c>API_KEYS</c>.</summary>
internal sealed class ApiKeys(IOptions<ApiOptions> options)
{
    private readonly byte[][] _hashes = [.. options.Value.KeyList.Select(Hash)];

    /// <summary>Whether there are any; without them anybody may call.</summary>
    public bool AreNeeded => _hashes.Length > 0;

    /// <summary>The caller that a key lets in; null where it is none of them.</summary>
    public ClaimsPrincipal? OwnerOf(string? key)
    {
        var hash = Hash(key ?? "");

        // Every key is compared, and by hashes of one length, so the time taken tells nothing.
        var known = false;
        foreach (var candidate in _hashes)
        {
            known |= CryptographicOperations.FixedTimeEquals(candidate, hash);
        }

        return known ? ApiKeyOwner.WithHash(hash) : null;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
