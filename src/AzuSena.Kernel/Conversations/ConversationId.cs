using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AzuSena.Conversations;

/// <summary>
/// Makes the ids of conversations: 144 random bits, in the letters, digits, <c>-</c> and <c>_</c> that an address may hold. Who knows an id may
/// read the conversation, so ids are treated as secrets and stay out of the log.
/// </summary>
internal static class ConversationId
{
    private const int Bytes = 18;

    /// <summary>An id that nobody can guess.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What stands for an id where the conversation must be told from others, but nobody may read it.</summary>
    public static byte[] HashOf(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id));

    /// <summary>Whether <paramref name="id"/> has the form of ours; spares looking up what cannot be there.</summary>
    public static bool IsWellFormed(string id) => id.Length == Base64Url.GetEncodedLength(Bytes) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
