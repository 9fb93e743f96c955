using System.Globalization;
using System.Threading.RateLimiting;
using AzuSena.Answering;
using AzuSena.Api.Errors;
using AzuSena.Errors;
using AzuSena.Settings;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Security;

/// <summary>Sets up authentication, origins, rate limits and timeouts.</summary>
internal static class SecuritySetup
{
    private const string Unlimited = "";

    // An answer's own limit comes first and has the better message.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddSingleton<ApiKeys>().AddSingleton<AllowedHosts>().AddTrustedProxies();
        services.AddSettings<RateLimitOptions>(RateLimitOptions.SectionName);
        services.AddSingleton(provider => CreateLimiter(provider.GetRequiredService<IOptions<RateLimitOptions>>().Value));
        services.AddRateLimiter(limiter => limiter.OnRejected = RejectAsync);
        services.AddOptions<RateLimiterOptions>().Configure<PartitionedRateLimiter<string>>((options, limiter) =>
            options.GlobalLimiter = limiter.WithTranslatedKey<HttpContext>(
                context => IsUnlimited(context.Request) ? Unlimited : ClientAddress.Of(context), leaveOpen: true));

        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<ApiOptions>>((cors, api) => cors.AddDefaultPolicy(policy =>
            policy.WithOrigins([.. api.Value.OriginList]).AllowAnyHeader().AllowAnyMethod().AllowCredentials()));

        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<AnsweringOptions>>(
            (timeouts, answering) => timeouts.DefaultPolicy = new RequestTimeoutPolicy
            {
                Timeout = TimeSpan.FromSeconds(answering.Value.TimeoutSeconds) + Grace,
                WriteTimeoutResponse = context => Problems.Of(ErrorCode.AnswerTimeout).ExecuteAsync(context),
            });
        return services;
    }

    public static void UseSecurity(this WebApplication app)
    {
        app.UseMiddleware<HostGuard>();
        app.UseMiddleware<OriginGuard>();
        app.UseCors();
        app.UseRateLimiter();
        app.UseMiddleware<ApiKeyGuard>();
        app.UseRequestTimeouts();
    }

    private static PartitionedRateLimiter<string> CreateLimiter(RateLimitOptions options) =>
        PartitionedRateLimiter.Create<string, string>(address => options.PerMinute == 0 || address == Unlimited
            ? RateLimitPartition.GetNoLimiter(Unlimited)
            : RateLimitPartition.GetTokenBucketLimiter(address, _ =>
            {
                var tokens = Math.Max(1, options.PerMinute / 60);
                return new TokenBucketRateLimiterOptions
                {
                    TokenLimit = options.PerMinute,
                    TokensPerPeriod = tokens,
                    ReplenishmentPeriod = TimeSpan.FromMinutes((double)tokens / options.PerMinute),
                };
            }));

    // Probes are frequent. A live chat's transport may send many requests for one call, so the chat counts its calls instead.
    private static bool IsUnlimited(HttpRequest request) =>
        request.Path.StartsWithSegments("/health") || request.Path == LivePaths.Hub || LivePaths.IsWithinSession(request);

    private static async ValueTask RejectAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await Problems.Of(ErrorCode.RateLimited).ExecuteAsync(context.HttpContext);
    }
}
