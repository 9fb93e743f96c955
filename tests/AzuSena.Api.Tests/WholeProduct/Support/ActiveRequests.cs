using System.Diagnostics.Metrics;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.WholeProduct.Support;

/// <summary>How many requests the service works on right now, hub connections among them, as its own metrics say.</summary>
internal sealed class ActiveRequests : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    public ActiveRequests(TestApi api)
    {
        var factory = api.Get<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "http.server.active_requests" && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, change, _, _) => Interlocked.Add(ref _count, change));
        _listener.Start();
    }

    /// <summary>Ends once the service has let go of every request that began since this was made.</summary>
    public Task NoneAsync() => Eventually.TrueAsync(() => Interlocked.Read(ref _count) == 0);

    public void Dispose() => _listener.Dispose();
}
