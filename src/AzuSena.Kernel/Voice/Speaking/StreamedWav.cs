using System.Buffers.Binary;

namespace AzuSena.Voice.Speaking;

/// <summary>A WAV file that was written to a pipe: its header was written before anybody knew how long it would be.</summary>
internal static class StreamedWav
{
    private const int HeaderLength = 44;

    /// <summary>Puts the lengths in.</summary>
    /// <returns>Whether it is such a file, with sound in it.</returns>
    public static bool TryFinish(MemoryStream wav)
    {
        var file = wav.GetBuffer().AsSpan(0, (int)wav.Length);
        if (file.Length <= HeaderLength || !file.StartsWith("RIFF"u8) || !file[36..40].SequenceEqual("data"u8))
        {
            return false;
        }

        BinaryPrimitives.WriteInt32LittleEndian(file[4..], file.Length - 8);
        BinaryPrimitives.WriteInt32LittleEndian(file[40..], file.Length - HeaderLength);
        return true;
    }
}
