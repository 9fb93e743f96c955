namespace AzuSena.Whisper.Tokens;

/// <summary>The characters that represent bytes in byte-level BPE (GPT-2): printable bytes as themselves, the others from U+0100 on.</summary>
internal static class ByteAlphabet
{
    private static readonly char[] Letters = [.. Make()];
    private static readonly Dictionary<char, byte> Bytes = Letters
        .Select((letter, value) => (letter, value))
        .ToDictionary(pair => pair.letter, pair => (byte)pair.value);

    /// <summary>The bytes of a token, or null if it has other characters.</summary>
    public static byte[]? ToBytes(string token)
    {
        var bytes = new byte[token.Length];
        for (var index = 0; index < token.Length; index++)
        {
            if (!Bytes.TryGetValue(token[index], out bytes[index]))
            {
                return null;
            }
        }

        return bytes;
    }

    /// <summary>The representation of bytes in the vocabulary.</summary>
    public static string ToText(ReadOnlySpan<byte> bytes)
    {
        Span<char> letters = bytes.Length <= 256 ? stackalloc char[bytes.Length] : new char[bytes.Length];
        for (var index = 0; index < bytes.Length; index++)
        {
            letters[index] = Letters[bytes[index]];
        }

        return new string(letters);
    }

    private static IEnumerable<char> Make()
    {
        var next = 256;
        for (var value = 0; value < 256; value++)
        {
            yield return value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF) ? (char)value : (char)next++;
        }
    }
}
