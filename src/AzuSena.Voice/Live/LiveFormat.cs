namespace AzuSena.Voice.Live;

/// <summary>The sound format declared by a live client. Only samples without a header need it: other formats are detected from the content.</summary>
/// <param name="Name"><c>pcm16</c> for 16-bit integers, little-endian, one channel; other values are ignored.</param>
/// <param name="SampleRate">Samples per second of <c>pcm16</c>; 16,000 by default.</param>
public sealed record LiveFormat(string? Name = null, int? SampleRate = null)
{
    /// <summary>The name of the format without a header.</summary>
    public const string Pcm16 = "pcm16";
}
