using System.Collections;
using System.Text.Json;
using AzuSena.SocketIo.Packets;

namespace AzuSena.SocketIo;

/// <summary>
/// The arguments of an event or acknowledgement: JSON values, and the binary data extracted from them. In its place the JSON holds
/// <c>{"_placeholder":true,"num":n}</c>; if passed on unchanged, the arguments arrive as received.
/// </summary>
public sealed class SocketIoArguments : IReadOnlyList<JsonElement>
{
    /// <summary>No arguments.</summary>
    public static readonly SocketIoArguments None = new([], []);

    private readonly JsonElement[] _values;

    internal SocketIoArguments(JsonElement[] values, IReadOnlyList<ReadOnlyMemory<byte>> attachments) => (_values, Attachments) = (values, attachments);

    /// <summary>The binary data, in the order of the placeholders' numbers.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Attachments { get; }

    /// <inheritdoc/>
    public int Count => _values.Length;

    /// <inheritdoc/>
    public JsonElement this[int index] => _values[index];

    /// <summary>The argument at an index; undefined if there are fewer.</summary>
    public JsonElement At(int index) => index < _values.Length ? _values[index] : default;

    /// <summary>The binary data that an argument is a placeholder for.</summary>
    /// <returns>False if it is not a placeholder.</returns>
    public bool TryGetBinary(int index, out ReadOnlyMemory<byte> data)
    {
        var number = BinaryPlaceholders.NumberOf(At(index));
        data = number >= 0 && number < Attachments.Count ? Attachments[number.Value] : default;
        return number >= 0 && number < Attachments.Count;
    }

    /// <inheritdoc/>
    public IEnumerator<JsonElement> GetEnumerator() => ((IEnumerable<JsonElement>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
