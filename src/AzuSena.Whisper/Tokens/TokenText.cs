using System.Text;

namespace AzuSena.Whisper.Tokens;

/// <summary>
/// Assembles text from the bytes of tokens as they arrive. A character whose bytes are split over tokens is held back until it is complete; invalid bytes
/// become U+FFFD.
/// </summary>
internal sealed class TokenText
{
    private readonly Decoder _decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetDecoder();

    /// <summary>The characters completed by these bytes.</summary>
    public string Add(ReadOnlySpan<byte> bytes) => Read(bytes, isLast: false);

    /// <summary>The rest at the end.</summary>
    public string Finish() => Read([], isLast: true);

    private string Read(ReadOnlySpan<byte> bytes, bool isLast)
    {
        var letters = new char[_decoder.GetCharCount(bytes, isLast)];
        return new string(letters, 0, _decoder.GetChars(bytes, letters, isLast));
    }
}
