using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AzuSena.Memory.Embeddings;

/// <summary>
/// Takes the first provider that has an embedder and checks again periodically, in the background and not in the calls. A change of embedder costs a new index,
/// so it happens only after <see cref="Patience"/> consecutive checks with the same result.
/// </summary>
internal sealed class EmbedderSource(
    IReadOnlyList<IEmbedderProvider> providers,
    IOptions<EmbeddingOptions> options,
    TimeProvider time,
    ILogger<EmbedderSource> log)
    : IEmbedderSource, IAsyncDisposable
{
    /// <summary>How many consecutive checks must agree before the embedder in use is replaced or removed.</summary>
    public const int Patience = 3;

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly int[] _ready = new int[providers.Count];
    private Decision _decision = Decision.Pending;
    private int _missed;
    private long _checkedAt;
    private Task? _check;

    /// <inheritdoc/>
    public string? WhyNone => Volatile.Read(ref _decision).WhyNone;

    /// <summary>The current or last check.</summary>
    internal Task Check => _check ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask<Embedder?> CurrentAsync(CancellationToken cancellationToken)
    {
        // As it was when the call came: the check that the call starts is for those after it.
        var decision = Volatile.Read(ref _decision);
        var check = CheckWhereDue();
        if (decision == Decision.Pending)
        {
            try
            {
                await check.WaitAsync(TimeSpan.FromSeconds(options.Value.ProbeSeconds), time, cancellationToken);
            }
            catch (TimeoutException)
            {
                // The check continues; until it ends there is no embedder.
            }

            decision = Volatile.Read(ref _decision);
        }

        return decision.Embedder;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Check.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private Task CheckWhereDue()
    {
        lock (_lock)
        {
            var isDue = _check is null
                || (_check.IsCompleted
                    && time.GetElapsedTime(_checkedAt) >= TimeSpan.FromSeconds(options.Value.RecheckSeconds)
                    && !_stop.IsCancellationRequested);
            return isDue ? _check = Task.Run(() => CheckAsync(_stop.Token)) : _check!;
        }
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await DecideAsync(cancellationToken);
        }
        finally
        {
            _checkedAt = time.GetTimestamp();
        }
    }

    private async Task DecideAsync(CancellationToken cancellationToken)
    {
        var current = _decision.Provider;
        List<string> reasons = [];
        for (var index = 0; index < providers.Count; index++)
        {
            var offer = await ProbeAsync(providers[index], cancellationToken);
            _ready[index] = offer.LoadAsync is null ? 0 : _ready[index] + 1;
            if (offer.LoadAsync is null)
            {
                reasons.Add($"{providers[index].Name}: {offer.WhyNone}");
                if (index == current && ++_missed < Patience)
                {
                    return;
                }

                current = index == current ? null : current;
                continue;
            }

            if (index == current)
            {
                _missed = 0;
                if (offer.Key == _decision.Key)
                {
                    return;
                }
            }
            else if (current is not null && _ready[index] < Patience)
            {
                continue;
            }

            if (await LoadAsync(providers[index], offer, reasons, cancellationToken) is { } embedder)
            {
                Decide(new(index, offer.Key, embedder, WhyNone: null));
                return;
            }

            if (index == current)
            {
                return;
            }
        }

        Decide(new(Provider: null, Key: null, Embedder: null, providers.Count == 0 ? "Embedding__Provider is none" : string.Join("; ", reasons)));
    }

    private void Decide(Decision decision)
    {
        _missed = 0;
        if (decision.Embedder is { } embedder)
        {
            Log.EmbedderChosen(log, embedder.Fingerprint.Provider, embedder.Fingerprint.Model, embedder.Fingerprint.Dimension);
        }
        else if (decision.WhyNone != _decision.WhyNone)
        {
            Log.NoEmbedder(log, decision.WhyNone!);
        }

        Volatile.Write(ref _decision, decision);
    }

    private async Task<EmbedderOffer> ProbeAsync(IEmbedderProvider provider, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ProbeSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            return await provider.ProbeAsync(either.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return EmbedderOffer.None(timer.IsCancellationRequested ? "it does not answer in time" : exception.Message);
        }
    }

    private async Task<Embedder?> LoadAsync(IEmbedderProvider provider, EmbedderOffer offer, List<string> reasons, CancellationToken cancellationToken)
    {
        try
        {
            return await offer.LoadAsync!(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.EmbedderFailed(log, exception, provider.Name);
            reasons.Add($"{provider.Name}: {exception.Message}");
            return null;
        }
    }

    private sealed record Decision(int? Provider, string? Key, Embedder? Embedder, string? WhyNone)
    {
        public static readonly Decision Pending = new(Provider: null, Key: null, Embedder: null, "an embedder is being looked for");
    }
}
