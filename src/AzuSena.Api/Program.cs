using AzuSena.Api.Answers;
using AzuSena.Api.Bodies;
using AzuSena.Api.Chat;
using AzuSena.Api.Conversations;
using AzuSena.Api.Docs;
using AzuSena.Api.Documents;
using AzuSena.Api.Errors;
using AzuSena.Api.Feedback;
using AzuSena.Api.Health;
using AzuSena.Api.Hosting;
using AzuSena.Api.Hosting.Stopping;
using AzuSena.Api.LegacyChat;
using AzuSena.Api.Mcp;
using AzuSena.Api.OpenAi;
using AzuSena.Api.Security;
using AzuSena.Api.Suggestions;
using AzuSena.Api.Supervision;
using AzuSena.Api.Tracing;
using AzuSena.Api.Voice;
using AzuSena.Api.Web;
using AzuSena.Plugins;
using AzuSena.Voice;

namespace AzuSena.Api;

/// <summary>The service's entry point. <see cref="Build"/> lists its parts.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => Startup.RunAsync(() =>
    {
        ServiceArguments.Check(args);
        return Build(args);
    });

    /// <summary>Composes the service; <paramref name="replace"/> lets a test replace services that it cannot use.</summary>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.AddHosting(args);
        builder.Services.ConfigureHttpJsonOptions(options => JsonDefaults.Apply(options.SerializerOptions));
        builder.Services
            .AddStopping()
            .AddHostedService<StartupPlugins>()
            .AddAzuSenaKernel()
            .AddVoice()
            .AddAzuSenaPlugins()
            .AddErrorHandling()
            .AddSecurity()
            .AddBodyEncodings()
            .AddHealth()
            .AddAnswers()
            .AddConversationEndpoints()
            .AddVoiceWays()
            .AddOpenAi()
            .AddChat()
            .AddLegacyChat()
            .AddMcp()
            .AddDocs();
        replace?.Invoke(builder.Services);
        builder.Services.SuperviseHostedServices();

        var app = builder.Build();
        app.UseTrustedProxies();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<LingeringRead>();
        app.UseErrorHandling();
        app.UseMiddleware<HeadRequests>();
        app.UseRouting();
        app.UseSecurity();
        app.UseBodyEncodings();
        app.UseWebChat();

        app.MapHealth();
        app.MapAnswers();
        app.MapFeedback();
        app.MapTraces();
        app.MapSuggestions();
        app.MapDocuments();
        app.MapConversations();
        app.MapVoice();
        app.MapOpenAi();
        app.MapChat();
        app.MapLegacyChat();
        app.MapMcpServer();
        app.MapWidget();
        app.MapDocs();
        return app;
    }
}
