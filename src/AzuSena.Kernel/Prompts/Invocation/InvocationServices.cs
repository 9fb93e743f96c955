using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AzuSena.Prompts.Invocation;

/// <summary>
/// The services of one call's kernel: those of the process, with the call's model as the only <see cref="IChatClient"/>. Semantic Kernel logs each failed or
/// cancelled reply as an error, in a category with the prompt's name; that category is omitted, since <c>ModelWatch</c> reports once that a model is
/// unavailable.
/// </summary>
internal sealed class InvocationServices(IServiceProvider services, IChatClient client, string function) : IServiceProvider, ILoggerFactory
{
    private ILoggerFactory Logs => (ILoggerFactory?)services.GetService(typeof(ILoggerFactory)) ?? NullLoggerFactory.Instance;

    /// <inheritdoc/>
    public object? GetService(Type serviceType) =>
        serviceType == typeof(IChatClient) ? client
        : serviceType == typeof(IEnumerable<IChatClient>) ? new[] { client }
        : serviceType == typeof(ILoggerFactory) ? this
        : services.GetService(serviceType);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => categoryName == function ? NullLogger.Instance : Logs.CreateLogger(categoryName);

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => Logs.AddProvider(provider);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The loggers belong to the process.
    }
}
