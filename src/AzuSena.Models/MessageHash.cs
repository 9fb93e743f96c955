using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace AzuSena.Models;

/// <summary>Identifies the messages sent to a model: traces and recorded replies are looked up by it.</summary>
public static class MessageHash
{
    /// <summary>The SHA-256 over the roles and texts of the messages.</summary>
    public static string Of(IEnumerable<ChatMessage> messages) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(
            messages.Select(message => $"{message.Role.Value}\u0000{message.Text}\u0001")))));
}
