using System.Buffers.Binary;
using System.Text;

namespace AzuSena.Memory.Embeddings.Onnx.Tokenization;

/// <summary>
/// SentencePiece's compiled normalisation (<c>precompiled_charsmap</c>): a double-array trie in darts-clone's layout from byte sequences to offsets into a
/// table of replacements; the longest match at each position is used.
/// </summary>
internal sealed class CharsMap
{
    private readonly uint[] _units;
    private readonly byte[] _replacements;

    /// <summary>Reads a compiled map.</summary>
    /// <param name="blob">The length of the trie in bytes, the trie, and the replacements, each terminated by NUL. If empty, nothing is replaced.</param>
    /// <exception cref="InvalidDataException">The data is not a valid map.</exception>
    public CharsMap(ReadOnlySpan<byte> blob)
    {
        if (blob.IsEmpty)
        {
            _units = [];
            _replacements = [];
            return;
        }

        var length = blob.Length >= sizeof(uint) ? BinaryPrimitives.ReadUInt32LittleEndian(blob) : uint.MaxValue;
        if (length % sizeof(uint) != 0 || length > blob.Length - sizeof(uint))
        {
            throw new InvalidDataException("The compiled normalisation is damaged.");
        }

        _units = new uint[length / sizeof(uint)];
        for (var unit = 0; unit < _units.Length; unit++)
        {
            _units[unit] = BinaryPrimitives.ReadUInt32LittleEndian(blob[((unit + 1) * sizeof(uint))..]);
        }

        _replacements = blob[(int)(length + sizeof(uint))..].ToArray();
    }

    /// <summary>The normalised text.</summary>
    public string Apply(string text)
    {
        // Replaces an unpaired surrogate with the replacement character.
        var bytes = Encoding.UTF8.GetBytes(text);
        if (_units.Length == 0)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        using var normalised = new MemoryStream(bytes.Length);
        for (var place = 0; place < bytes.Length;)
        {
            var (length, replacement) = Longest(bytes.AsSpan(place));
            if (length > 0)
            {
                normalised.Write(Replacement(replacement));
            }
            else
            {
                Rune.DecodeFromUtf8(bytes.AsSpan(place), out _, out length);
                normalised.Write(bytes, place, length);
            }

            place += length;
        }

        return Encoding.UTF8.GetString(normalised.GetBuffer(), 0, (int)normalised.Length);
    }

    // A unit holds its label, the offset of its children, and whether one of them is a leaf, which holds a value.
    private static uint Label(uint unit) => unit & 0x8000_00FF;

    private static uint Offset(uint unit) => unit >> 10 << (int)((unit & 0x200) >> 6);

    private static bool HasLeaf(uint unit) => (unit & 0x100) != 0;

    private static int Value(uint unit) => (int)(unit & 0x7FFF_FFFF);

    private (int Length, int Replacement) Longest(ReadOnlySpan<byte> bytes)
    {
        var best = (0, 0);
        var node = Offset(_units[0]);
        for (var index = 0; index < bytes.Length; index++)
        {
            node ^= bytes[index];
            if (node >= _units.Length || Label(_units[node]) != bytes[index])
            {
                break;
            }

            var unit = _units[node];
            node ^= Offset(unit);
            if (HasLeaf(unit) && node < _units.Length)
            {
                best = (index + 1, Value(_units[node]));
            }
        }

        return best;
    }

    private ReadOnlySpan<byte> Replacement(int start)
    {
        var rest = start < _replacements.Length ? _replacements.AsSpan(start) : [];
        return rest.IndexOf((byte)0) is >= 0 and var length ? rest[..length] : rest;
    }
}
