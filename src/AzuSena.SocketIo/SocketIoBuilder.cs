using AzuSena.SocketIo.Namespaces;

namespace AzuSena.SocketIo;

/// <summary>Configures one endpoint: its settings, and its namespaces with their handlers.</summary>
public sealed class SocketIoBuilder
{
    private readonly Dictionary<string, SocketIoNamespace> _namespaces = new(StringComparer.Ordinal);

    /// <summary>The endpoint's settings.</summary>
    public SocketIoOptions Options { get; } = new();

    internal IReadOnlyDictionary<string, SocketIoNamespace> Namespaces => _namespaces;

    /// <summary>A namespace, such as <c>/</c>, the main one; clients that connect to one not added are refused.</summary>
    /// <param name="name">Its name, with its slash and no comma.</param>
    public SocketIoNamespace Namespace(string name)
    {
        if (!name.StartsWith('/') || name.Contains(','))
        {
            throw new ArgumentException("The name of a namespace begins with a slash and holds no comma.", nameof(name));
        }

        if (!_namespaces.TryGetValue(name, out var space))
        {
            space = new SocketIoNamespace(name);
            _namespaces.Add(name, space);
        }

        return space;
    }
}
