using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace AzuSena.Api.Security;

/// <summary>
/// Tickets by which the chat on other sites asks without an API key: signed, for some hours, by a secret of this process. A ticket of another process is
/// refused, and the chat takes a new one.
/// </summary>
/// <remarks>Anybody who may open the chat may have one: it gives the rights of a visitor, within the chat's own rate limit. Safe for concurrent use.</remarks>
internal sealed class WidgetTickets(TimeProvider time)
{
    private const string Prefix = "widget-";
    private const int ExpiryBytes = 8;
    private const int TicketBytes = ExpiryBytes + HMACSHA256.HashSizeInBytes;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    // One for all visitors, so that a conversation goes on under the next ticket; its own id is the secret.
    private static readonly ClaimsPrincipal Visitor = ApiKeyOwner.WithHash(SHA256.HashData(Encoding.UTF8.GetBytes(Prefix)));

    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);

    /// <summary>A new ticket.</summary>
    public string Issue()
    {
        Span<byte> ticket = stackalloc byte[TicketBytes];
        BinaryPrimitives.WriteInt64BigEndian(ticket, time.GetUtcNow().Add(Lifetime).ToUnixTimeSeconds());
        HMACSHA256.HashData(_secret, ticket[..ExpiryBytes], ticket[ExpiryBytes..]);
        return Prefix + Base64Url.EncodeToString(ticket);
    }

    /// <summary>The principal for a ticket; null if it is none, or no longer valid.</summary>
    public ClaimsPrincipal? OwnerOf(string? text)
    {
        Span<byte> ticket = stackalloc byte[TicketBytes];
        if (text?.StartsWith(Prefix, StringComparison.Ordinal) != true
            || Base64Url.DecodeFromChars(text.AsSpan(Prefix.Length), ticket, out _, out var length) is not OperationStatus.Done
            || length != TicketBytes)
        {
            return null;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, ticket[..ExpiryBytes], expected);
        return CryptographicOperations.FixedTimeEquals(expected, ticket[ExpiryBytes..])
            && BinaryPrimitives.ReadInt64BigEndian(ticket) > time.GetUtcNow().ToUnixTimeSeconds()
            ? Visitor
            : null;
    }
}
