using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Telemetry;

namespace AzuSena.Models.Http;

/// <summary>
/// The HTTP clients of models: one for replies, which retries, and one for checks of the server, which does not. Time limits are those of the pipeline and of
/// connecting; a long response is not a failure.
/// </summary>
internal static class ModelHttp
{
    /// <summary>Name of the client for replies.</summary>
    public const string Replies = "azusena-model-replies";

    /// <summary>Name of the client for checks of the server.</summary>
    public const string Probes = "azusena-model-probes";

    public static IServiceCollection AddModelHttp(this IServiceCollection services)
    {
        // Polly would log every request at Information, twice, and every retry as a warning.
        services.Configure<TelemetryOptions>(options => options.SeverityProvider = _ => ResilienceEventSeverity.Debug);
        Add(services, Probes);
        Add(services, Replies).AddResilienceHandler("replies", (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline.AddRetry(Retry);
        });
        return services;
    }

    // ModelWatch tracks whether the model is available, so there is no circuit breaker.
    // Handlers run until the response's headers, which arrive with the first token at the latest.
    private static HttpRetryStrategyOptions Retry => new()
    {
        MaxRetryAttempts = 2,
        Delay = TimeSpan.FromMilliseconds(200),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = arguments => ValueTask.FromResult(MayRetry(arguments.Outcome)),
    };

    private static IHttpClientBuilder Add(IServiceCollection services, string name) => services
        .AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(provider => Handler(
            TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<LlmOptions>>().Value.ConnectSeconds),
            provider.GetRequiredService<TimeProvider>()))
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();

    private static SocketsHttpHandler Handler(TimeSpan connectLimit, TimeProvider time) => new()
    {
        ConnectCallback = new LimitedConnect(connectLimit, time).ConnectAsync,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        UseCookies = false,
        AllowAutoRedirect = false,

        // A reply that is no longer read is aborted, not read to its end.
        MaxResponseDrainSize = 0,
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(250),
    };

    // Not 500: Ollama returns it if a model does not fit or crashes, and loading the model again takes long and fails the same way.
    private static bool MayRetry(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        {
            Exception: HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.ResponseEnded
            }
        } => true,
        {
            Result.StatusCode: HttpStatusCode.TooManyRequests
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout
        } => true,
        _ => false,
    };
}
