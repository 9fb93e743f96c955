using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AzuSena.Api.Tests.WholeProduct.Support;

/// <summary>Keeps every warning and error that the product logs, so that a test can say which ones it expects.</summary>
internal sealed class LogWatch : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _problems = new();

    /// <summary>Fails if anything at Warning or above was logged, except lines that hold one of the expected texts.</summary>
    public void ShouldBeQuiet(params string[] expected) =>
        _problems.Where(line => !expected.Any(text => line.Contains(text, StringComparison.Ordinal))).Should().BeEmpty();

    public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Line(LogWatch watch, string category) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                watch._problems.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
