using System.Threading.RateLimiting;
using AzuSena.Conversations;
using AzuSena.Errors;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Conversations;

/// <summary>Limits how many conversations one address may begin per hour, so that none can fill the store with them.</summary>
/// <remarks>Safe for concurrent use. An address's quota is replenished evenly over the hour, and in full by a restart.</remarks>
internal sealed class ConversationQuota(IOptions<ConversationOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address => options.Value.PerAddressHour == 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Value.PerAddressHour,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromHours(1) / options.Value.PerAddressHour,
        }));

    /// <summary>Counts a conversation.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.TooManyConversations"/>.</exception>
    public void Take(string address)
    {
        using var lease = _limiter.AttemptAcquire(address);
        if (!lease.IsAcquired)
        {
            throw new AzuSenaException(ErrorCode.TooManyConversations)
            {
                RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1),
            };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}
