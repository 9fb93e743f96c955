using System.Buffers.Binary;
using System.Text;

namespace AzuSena.Whisper.Tests.Audio;

/// <summary>WAV files written byte by byte, so that each part of them can lie.</summary>
internal sealed class WavFile
{
    private static readonly byte[] TagGuid = [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    public ushort Tag { get; init; } = 1;

    public ushort Channels { get; init; } = 1;

    public uint SampleRate { get; init; } = 16_000;

    public ushort Bits { get; init; } = 16;

    public ushort? BlockAlign { get; init; }

    public bool IsExtensible { get; init; }

    public byte[] Data { get; init; } = [];

    public uint? DataLength { get; init; }

    public uint? RiffLength { get; init; }

    public string Riff { get; init; } = "RIFF";

    /// <summary>Chunks before the format.</summary>
    public (string Name, byte[] Body)[] Before { get; init; } = [];

    /// <summary>Chunks between the format and the samples.</summary>
    public (string Name, byte[] Body)[] Between { get; init; } = [];

    /// <summary>Chunks behind the samples.</summary>
    public (string Name, byte[] Body)[] After { get; init; } = [];

    public byte[] ToArray()
    {
        var body = new List<byte>();
        body.AddRange("WAVE"u8);
        Add(body, Before);
        Add(body, [("fmt ", Format())]);
        Add(body, Between);
        body.AddRange("data"u8);
        body.AddRange(Bytes(DataLength ?? (uint)Data.Length));
        body.AddRange(Data);
        Add(body, After);
        return [.. Encoding.ASCII.GetBytes(Riff), .. Bytes(RiffLength ?? (uint)body.Count), .. body];
    }

    public MemoryStream ToStream() => new(ToArray());

    private byte[] Format()
    {
        var format = new byte[IsExtensible ? 40 : 16];
        var align = BlockAlign ?? (ushort)(Channels * Bits / 8);
        BinaryPrimitives.WriteUInt16LittleEndian(format, IsExtensible ? (ushort)0xFFFE : Tag);
        BinaryPrimitives.WriteUInt16LittleEndian(format.AsSpan(2), Channels);
        BinaryPrimitives.WriteUInt32LittleEndian(format.AsSpan(4), SampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(format.AsSpan(8), SampleRate * align);
        BinaryPrimitives.WriteUInt16LittleEndian(format.AsSpan(12), align);
        BinaryPrimitives.WriteUInt16LittleEndian(format.AsSpan(14), Bits);
        if (IsExtensible)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(format.AsSpan(16), 22);
            BinaryPrimitives.WriteUInt16LittleEndian(format.AsSpan(24), Tag);
            TagGuid.CopyTo(format, 26);
        }

        return format;
    }

    private static void Add(List<byte> body, (string Name, byte[] Body)[] chunks)
    {
        foreach (var (name, chunk) in chunks)
        {
            body.AddRange(Encoding.ASCII.GetBytes(name));
            body.AddRange(Bytes((uint)chunk.Length));
            body.AddRange(chunk);
            body.AddRange(new byte[chunk.Length & 1]);
        }
    }

    private static byte[] Bytes(uint value) => BitConverter.GetBytes(value);
}
