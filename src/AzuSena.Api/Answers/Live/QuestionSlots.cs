using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Answers.Live;

/// <summary>Counts the questions in progress per live connection and per address, and refuses those past the limits.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class QuestionSlots(IOptions<QuestionLimits> options) : IDisposable
{
    private readonly PartitionedRateLimiter<Asker> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<Asker, string>(asker => LimitOf(asker.Address, options.Value.QuestionsPerAddress)),
        PartitionedRateLimiter.Create<Asker, string>(asker => LimitOf(asker.Connection, options.Value.QuestionsPerConnection)));

    /// <summary>A slot for one question, released by disposing it; null if there is none.</summary>
    public IDisposable? TryEnter(Asker asker)
    {
        var lease = _limiter.AttemptAcquire(asker);
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    private static RateLimitPartition<string> LimitOf(string? key, int limit) => key is null || limit == 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions { PermitLimit = limit });
}
