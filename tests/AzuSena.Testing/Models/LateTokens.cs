using System.Diagnostics.Metrics;

namespace AzuSena.Testing.Models;

/// <summary>Counts the tokens that a product takes from its model after an answer was cancelled, as its metrics tell.</summary>
public sealed class LateTokens : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    /// <summary>Counts from now on.</summary>
    /// <param name="product">The product's own meters; those of other products in the process are passed over.</param>
    public LateTokens(IMeterFactory product)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, product) && instrument.Name == "azusena.model.tokens_after_cancellation")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, measurement, _, _) => Interlocked.Add(ref _count, measurement));
        _listener.Start();
    }

    /// <summary>How many there were so far.</summary>
    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();
}
