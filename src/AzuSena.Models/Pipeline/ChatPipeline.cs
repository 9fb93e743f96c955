using AzuSena.Models.Availability;
using AzuSena.Models.Http;
using AzuSena.Models.Queue;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Models.Pipeline;

/// <summary>Builds the chat client, from the outermost decorator inwards.</summary>
internal static class ChatPipeline
{
    /// <summary>Name of the telemetry source.</summary>
    public const string TelemetrySource = "AzuSena.Models";

    public static IChatClient Build(IServiceProvider services)
    {
        var server = services.GetRequiredService<IModelServer>();
        if (server is NoModelServer)
        {
            return server.CreateChatClient(ModelHttp.Replies);
        }

        var options = services.GetRequiredService<IOptions<LlmOptions>>().Value;
        var time = services.GetRequiredService<TimeProvider>();
        var logs = services.GetRequiredService<ILoggerFactory>();
        var log = logs.CreateLogger(TelemetrySource);
        var watch = services.GetRequiredService<ModelWatch>();
        var defaults = new ChatDefaults(server, options, services.GetRequiredService<IOptions<OllamaOptions>>().Value);
        var client = new ChatClientBuilder(server.CreateChatClient(ModelHttp.Replies))
            .UseKernelFunctionInvocation(logs)
            .ConfigureOptions(defaults.Apply)
            .Use(inner => new QueueChatClient(inner, services.GetRequiredService<ModelQueue>()))
            .UseOpenTelemetry(NullLoggerFactory.Instance, TelemetrySource)
            .Use(inner => new ReplyTextChatClient(inner, server))
            .Use(inner => new LoadingChatClient(inner, server, time, log))
            .Use(inner => new TimeLimitChatClient(
                inner, watch, TimeSpan.FromSeconds(options.FirstTokenSeconds), TimeSpan.FromSeconds(options.BetweenTokensSeconds), time))
            .Use(inner => new OutputLimitChatClient(inner, server, options.MaxOutputTokens, log))
            .Use(inner => new FailureChatClient(inner, watch, services.GetRequiredService<ModelMetrics>()))
            .Build(services);

        // After the last round the model gets no tools, so that it has to answer.
        var tools = client.GetRequiredService<FunctionInvokingChatClient>();
        tools.MaximumIterationsPerRequest = options.MaxToolRounds;
        tools.MaximumConsecutiveErrorsPerRequest = int.MaxValue;
        return client;
    }
}
