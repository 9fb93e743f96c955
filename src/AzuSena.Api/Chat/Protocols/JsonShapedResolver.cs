using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using MessagePack;
using MessagePack.Formatters;

namespace AzuSena.Api.Chat.Protocols;

/// <summary>
/// Gives every type the shape in MessagePack that it has in JSON: the same names, the same <c>type</c> of an event, nothing for null, and all the leniency
/// of the JSON converters. So there is one contract, and one place that states it. Bytes alone are MessagePack's own.
/// </summary>
/// <param name="json">How JSON is written and read.</param>
internal sealed class JsonShapedResolver(JsonSerializerOptions json) : IFormatterResolver
{
    private readonly ConcurrentDictionary<Type, object> _formatters = new();

    /// <inheritdoc/>
    public IMessagePackFormatter<T>? GetFormatter<T>() => (IMessagePackFormatter<T>)_formatters.GetOrAdd(
        typeof(T),
        type => type == typeof(byte[]) ? ByteArrayFormatter.Instance : new JsonShapedFormatter<T>(DeclaredTypeOf(type), json));

    // SignalR names the type of the very event, and only the declared one tells which kind it is.
    private static Type DeclaredTypeOf(Type type)
    {
        for (var above = type; above is not null; above = above.BaseType)
        {
            if (above.GetCustomAttribute<JsonPolymorphicAttribute>(inherit: false) is not null)
            {
                return above;
            }
        }

        return type;
    }
}
