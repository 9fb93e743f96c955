using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AzuSena.Prompts;

/// <summary>Which prompt made an answer: its name and what its files held. Its text form goes into the answer's <c>prompt</c>.</summary>
/// <param name="Name">The folder below the prompts folder, such as <c>Answering/AnswerQuestion</c>.</param>
/// <param name="Variant">The variant, such as <c>corto</c>; null for the prompt itself.</param>
/// <param name="Hash">The first 12 hexadecimal digits of the SHA-256 over both files.</param>
public sealed record PromptVersion(string Name, string? Variant, string Hash)
{
    private const int ShownDigits = 12;

    /// <summary>The folder that the files lie in, such as <c>Answering/AnswerQuestion.corto</c>.</summary>
    public string Folder => Variant is null ? Name : $"{Name}.{Variant}";

    /// <summary>For people and logs: <c>Answering/AnswerQuestion.corto@3f2a9c1b7d04</c>.</summary>
    public override string ToString() => $"{Folder}@{Hash}";

    /// <summary>The hash of a prompt's two files; the length before the first keeps text from moving between them unnoticed.</summary>
    internal static string HashOf(ReadOnlySpan<byte> template, ReadOnlySpan<byte> config)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, template.Length);
        hash.AppendData(length);
        hash.AppendData(template);
        hash.AppendData(config);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..ShownDigits];
    }
}
