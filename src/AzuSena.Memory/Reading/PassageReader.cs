using System.Numerics.Tensors;
using AzuSena.Errors;
using AzuSena.Memory.Storage;
using AzuSena.Memory.Translation;
using AzuSena.Passages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Memory.Reading;

/// <summary>Reads with <see cref="ReaderNetwork"/>, in the English that <see cref="ReaderUpkeep"/> keeps of each passage.</summary>
/// <remarks>Safe for concurrent use: one reading per processor at a time.</remarks>
public sealed class PassageReader(PassageStore store, IOptions<ReaderOptions> options, TimeProvider time, ILogger<PassageReader> log)
    : IPassageReader, IDisposable
{
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount));
    private volatile ServedReader? _served;

    /// <summary>The state of the reader, for <c>/health/ready</c>.</summary>
    public ReaderStatus Status { get; internal set; } = ReaderStatus.None(ReaderReason.Starting);

    // Set by one writer at a time.
    internal ServedReader? Served
    {
        get => _served;
        set => _served = value;
    }

    private TimeSpan Limit => TimeSpan.FromMilliseconds(options.Value.TimeoutMilliseconds);

    /// <inheritdoc/>
    public async Task<PassageReading> ReadAsync(string question, IReadOnlyList<UnitToRead> units, CancellationToken cancellationToken)
    {
        if (units.Count == 0 || _served is not { } served)
        {
            return PassageReading.None(units.Count == 0 ? ReadingOutcome.NotNeeded : ReadingOutcome.NotReady);
        }

        if (!await TakeTurnAsync(cancellationToken))
        {
            return PassageReading.None(ReadingOutcome.Busy);
        }

        try
        {
            using var timer = new CancellationTokenSource(Limit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
            return await ReadAsync(served, question, units, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return PassageReading.None(ReadingOutcome.Slow);
        }
        catch (Exception exception) when (exception is TranslationException or OnnxRuntimeException or AzuSenaException or ObjectDisposedException)
        {
            Log.NotRead(log, exception);
            return PassageReading.None(ReadingOutcome.Failed);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _served?.Network.Dispose();
        _turns.Dispose();
    }

    private async Task<bool> TakeTurnAsync(CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            await _turns.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<PassageReading> ReadAsync(
        ServedReader served, string question, IReadOnlyList<UnitToRead> units, CancellationToken cancellationToken)
    {
        var passages = units.Select(unit => unit.Passage).DistinctBy(passage => passage.Id).ToArray();
        if (EnglishOf(passages, served.Fingerprint) is not { } english)
        {
            return PassageReading.None(ReadingOutcome.NotReady);
        }

        var asked = served.Network.Encode((await served.Translator.TranslateAsync([question], cancellationToken))[0]);
        // Off the caller's thread: a reading is purely computation.
        return await Task.Run(() => Read(served.Network, asked, units, english, cancellationToken), cancellationToken);
    }

    // Null if any of it is missing, or was divided by an earlier version.
    private Dictionary<string, IReadOnlyList<EnglishUnit>>? EnglishOf(IReadOnlyList<Passage> passages, string fingerprint)
    {
        using var snapshot = store.Read();
        var english = new Dictionary<string, IReadOnlyList<EnglishUnit>>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            if (snapshot.English.Find(fingerprint, PreparedPassage.HashOf(passage)) is not { } found || found.Count != PassageUnits.Split(passage.Text).Count)
            {
                return null;
            }

            english.Add(passage.Id, found);
        }

        return english;
    }

    private static PassageReading Read(
        ReaderNetwork network,
        int[] question,
        IReadOnlyList<UnitToRead> units,
        Dictionary<string, IReadOnlyList<EnglishUnit>> english,
        CancellationToken cancellationToken)
    {
        var read = new Dictionary<(string PassageId, int Unit), float>();
        var encoded = english.ToDictionary(
            passage => passage.Key, passage => passage.Value.Select(unit => network.Encode(string.Join(' ', unit.Parts))).ToArray(), StringComparer.Ordinal);
        var windows = 0;
        foreach (var (passage, unit) in units)
        {
            if (read.ContainsKey((passage.Id, unit)))
            {
                continue;
            }

            var heading = network.Encode(english[passage.Id][unit].Heading + ".");
            var window = ReadingWindow.Around(question, heading, encoded[passage.Id], unit, network.Special);
            var logits = network.Read(window, cancellationToken);
            windows++;
            foreach (var group in window.Units.Index().Where(token => token.Item >= 0).GroupBy(token => token.Item, token => logits[token.Index]))
            {
                read.TryAdd((passage.Id, group.Key), LogSumExp([.. group]));
            }
        }

        return new PassageReading(ReadingOutcome.Read, read) { Windows = windows };
    }

    private static float LogSumExp(float[] values)
    {
        var max = TensorPrimitives.Max<float>(values);
        return max + MathF.Log(values.Sum(value => MathF.Exp(value - max)));
    }
}
