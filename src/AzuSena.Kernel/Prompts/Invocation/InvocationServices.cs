using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AzuSena.Prompts.Invocation;

/// <summary>
/// The services of one call's kernel: those of the process, with the call's model as the one <see cref="IChatClient"/>. Semantic Kernel logs each reply
/// that fails or is cancelled as an error, in a category that has the prompt's name; that category is left out, because <c>ModelWatch</c> logs once that a model
/// is gone.
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
        // The loggers are the process's.
    }
}
