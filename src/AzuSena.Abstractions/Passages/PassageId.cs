using System.Security.Cryptography;
using System.Text;

namespace AzuSena.Passages;

/// <summary>Creates the public ids of passages.</summary>
public static class PassageId
{
    private const int Bytes = 10;

    /// <summary>The id of the passage at <paramref name="position"/> of a document, derived from path, position and text.</summary>
    public static string Of(string documentPath, int position, string text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{documentPath}\n{position}\n{text}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, Bytes));
    }
}
