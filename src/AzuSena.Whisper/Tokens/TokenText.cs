using System.Text;

namespace AzuSena.Whisper.Tokens;

/// <summary>
/// Puts the bytes of tokens together to text as they come. A letter whose bytes are spread over tokens is held back until it is whole; bytes that
/// never become one are U+FFFD.
/// </summary>
internal sealed class TokenText
{
    private readonly Decoder _decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetDecoder();

    /// <summary>The letters that are whole with these bytes.</summary>
    public string Add(ReadOnlySpan<byte> bytes) => Read(bytes, isLast: false);

    /// <summary>What is left at the end.</summary>
    public string Finish() => Read([], isLast: true);

    private string Read(ReadOnlySpan<byte> bytes, bool isLast)
    {
        var letters = new char[_decoder.GetCharCount(bytes, isLast)];
        return new string(letters, 0, _decoder.GetChars(bytes, letters, isLast));
    }
}
