namespace AzuSena.Faiss.Files;

/// <summary>
/// The header of an index file, after its magic and version. The ids, the live bits and the vectors follow; a SHA-256 of everything before it ends the file.
/// </summary>
/// <param name="Kind">The kind of index.</param>
/// <param name="Metric">The metric of nearness.</param>
/// <param name="Dimension">Components of a vector.</param>
/// <param name="SlotCount">How many slots are in use.</param>
/// <param name="IsTrained">Whether the vectors are in the kind's own form; for a kind that still waits for training they are not.</param>
/// <param name="Parameters">The kind's own parameters.</param>
internal sealed record IndexHeader(string Kind, Metric Metric, int Dimension, int SlotCount, bool IsTrained, int[] Parameters)
{
    /// <summary>The version that this build reads and writes.</summary>
    public const int Version = 1;

    /// <summary>Length of the SHA-256 that ends the file, in bytes.</summary>
    public const int ChecksumLength = 32;

    /// <summary>The first bytes of every index file.</summary>
    public static ReadOnlySpan<byte> Magic => "AZUSENAV"u8;

    public void Write(BinaryWriter file)
    {
        file.Write(Magic);
        file.Write(Version);
        file.Write(Kind);
        file.Write((int)Metric);
        file.Write(Dimension);
        file.Write(SlotCount);
        file.Write(IsTrained);
        file.Write(Parameters.Length);
        Array.ForEach(Parameters, file.Write);
    }

    /// <summary>Reads the fields after the magic and the version.</summary>
    public static IndexHeader Read(BinaryReader file)
    {
        var (kind, metric, dimension, slotCount, isTrained) =
            (file.ReadString(), (Metric)file.ReadInt32(), file.ReadInt32(), file.ReadInt32(), file.ReadBoolean());
        var parameters = new int[Math.Clamp(file.ReadInt32(), 0, 16)];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = file.ReadInt32();
        }

        return new IndexHeader(kind, metric, dimension, slotCount, isTrained, parameters);
    }
}
