using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AzuSena.Conversations;

/// <summary>
/// Creates conversation ids: 144 random bits, in the URL-safe letters, digits, <c>-</c> and <c>_</c>. An id gives read access to its conversation, so ids are
/// treated as secrets and never logged.
/// </summary>
internal static class ConversationId
{
    private const int Bytes = 18;

    /// <summary>Creates an unguessable id.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The hash that identifies a conversation without giving access to it.</summary>
    public static byte[] HashOf(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id));

    /// <summary>Whether <paramref name="id"/> has the form of a generated id; saves a lookup that cannot succeed.</summary>
    public static bool IsWellFormed(string id) =>
        id.Length == Base64Url.GetEncodedLength(Bytes) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
