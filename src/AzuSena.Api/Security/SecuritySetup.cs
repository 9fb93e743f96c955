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
        services.AddSingleton<WidgetTickets>().AddSingleton<RateLimitKey>();
        services.AddSettings<RateLimitOptions>(RateLimitOptions.SectionName);
        services.AddSettings<WidgetOptions>(WidgetOptions.SectionName);
        services.AddSingleton(provider => CreateLimiter(
            provider.GetRequiredService<IOptions<RateLimitOptions>>().Value.PerMinute,
            provider.GetRequiredService<IOptions<WidgetOptions>>().Value.PerMinute));
        services.AddRateLimiter(limiter => limiter.OnRejected = RejectAsync);
        services.AddOptions<RateLimiterOptions>().Configure<PartitionedRateLimiter<string>, RateLimitKey>((options, limiter, key) =>
            options.GlobalLimiter = limiter.WithTranslatedKey<HttpContext>(
                context => IsUnlimited(context.Request) ? Unlimited : key.Of(context), leaveOpen: true));

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

    private static PartitionedRateLimiter<string> CreateLimiter(int perMinute, int perMinuteOfWidget) =>
        PartitionedRateLimiter.Create<string, string>(key => LimitOf(key, RateLimitKey.IsOfWidget(key) ? perMinuteOfWidget : perMinute));

    private static RateLimitPartition<string> LimitOf(string key, int perMinute) => perMinute == 0 || key == Unlimited
        ? RateLimitPartition.GetNoLimiter(Unlimited)
        : RateLimitPartition.GetTokenBucketLimiter(key, _ =>
        {
            var tokens = Math.Max(1, perMinute / 60);
            return new TokenBucketRateLimiterOptions
            {
                TokenLimit = perMinute,
                TokensPerPeriod = tokens,
                ReplenishmentPeriod = TimeSpan.FromMinutes((double)tokens / perMinute),
            };
        });

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
