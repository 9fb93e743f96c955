using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AzuSena.Prompts;

/// <summary>Identifies the prompt of an answer by its name and the content of its files. Its text form is the answer's <c>prompt</c>.</summary>
/// <param name="Name">The folder, relative to the prompts folder, such as <c>Answering/AnswerQuestion</c>.</param>
/// <param name="Variant">The variant, such as <c>corto</c>; null for the prompt itself.</param>
/// <param name="Hash">The first 12 hexadecimal digits of the SHA-256 of both files.</param>
public sealed record PromptVersion(string Name, string? Variant, string Hash)
{
    private const int ShownDigits = 12;

    /// <summary>The folder of the files, such as <c>Answering/AnswerQuestion.corto</c>.</summary>
    public string Folder => Variant is null ? Name : $"{Name}.{Variant}";

    /// <summary>For users and logs: <c>Answering/AnswerQuestion.corto@3f2a9c1b7d04</c>.</summary>
    public override string ToString() => $"{Folder}@{Hash}";

    /// <summary>The hash of a prompt's two files; the length prefix of the first detects text that moves between them.</summary>
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
