namespace AzuSena.Voice.Live;

/// <summary>What somebody who speaks live says of the sound. Only samples without a header need it: the rest is told by its content.</summary>
/// <param name="Name"><c>pcm16</c> for whole numbers of 16 bits, little-endian, one channel; anything else is passed over.</param>
/// <param name="SampleRate">Samples a second of <c>pcm16</c>; 16,000 where it is not said.</param>
public sealed record LiveFormat(string? Name = null, int? SampleRate = null)
{
    /// <summary>Samples without a header.</summary>
    public const string Pcm16 = "pcm16";
}
