using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using MessagePack;
using MessagePack.Formatters;

namespace AzuSena.Api.Chat.Protocols;

/// <summary>
/// Gives every type the same shape in MessagePack as in JSON: the same names, the same <c>type</c> of an event, no member for null, and all the leniency of the
/// JSON converters. So there is one contract, defined in one place. Only bytes are MessagePack's own.
/// </summary>
/// <param name="json">The JSON options.</param>
internal sealed class JsonShapedResolver(JsonSerializerOptions json) : IFormatterResolver
{
    private readonly ConcurrentDictionary<Type, object> _formatters = new();

    /// <inheritdoc/>
    public IMessagePackFormatter<T>? GetFormatter<T>() => (IMessagePackFormatter<T>)_formatters.GetOrAdd(
        typeof(T),
        type => type == typeof(byte[]) ? ByteArrayFormatter.Instance : new JsonShapedFormatter<T>(DeclaredTypeOf(type), json));

    // SignalR passes the event's runtime type, but only the declared type writes the <c>type</c> discriminator.
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
