using System.Diagnostics.Metrics;
using AzuSena.Models.Queue;

namespace AzuSena.Models;

/// <summary>The metrics of the model.</summary>
internal sealed class ModelMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "AzuSena.Models";

    private readonly Counter<long> _afterCancellation;

    public ModelMetrics(IMeterFactory meters, ModelQueue queue)
    {
        var meter = meters.Create(MeterName);
        _afterCancellation = meter.CreateCounter<long>(
            "azusena.model.tokens_after_cancellation",
            "{token}",
            "Tokens that came although the reply had been cancelled; stays 0.");
        meter.CreateObservableGauge("azusena.model.waiting", () => queue.Waiting, "{question}", "Questions that wait for the model.");
    }

    /// <summary>Counts a token that arrived although the reply had been cancelled before the token was requested.</summary>
    public void CountTokenAfterCancellation() => _afterCancellation.Add(1);
}
