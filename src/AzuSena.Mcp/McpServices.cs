using AzuSena.Mcp.Completions;
using AzuSena.Mcp.Prompts;
using AzuSena.Mcp.Resources;
using AzuSena.Mcp.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AzuSena.Mcp;

/// <summary>Registers the MCP server: what it offers, whatever transport carries it.</summary>
public static class McpServices
{
    /// <summary>Configures <see cref="McpServerOptions"/>. The process registers its <see cref="IQuestionWalk"/>.</summary>
    public static IServiceCollection AddAzuSenaMcp(this IServiceCollection services)
    {
        services
            .AddSingleton<OwnTool, AskTool>()
            .AddSingleton<OwnTool, SearchTool>()
            .AddSingleton<OwnTool, GetPassageTool>()
            .AddSingleton<OwnTool, ListDocumentsTool>()
            .AddSingleton<ToolCatalog>()
            .AddSingleton<DocumentResources>()
            .AddSingleton<PromptFiles>()
            .AddSingleton<TitleCompletions>();
        services.AddOptions<McpServerOptions>().Configure<IServiceProvider, ILoggerFactory>(Configure);
        return services;
    }

    // The options are made while the process starts, before plugins from outside are loaded: what needs the kernel is resolved when a client asks.
    private static void Configure(McpServerOptions options, IServiceProvider services, ILoggerFactory loggers)
    {
        options.ServerInfo = new Implementation { Name = "azusena", Title = "AzuSENA", Version = typeof(McpServices).Assembly.GetName().Version!.ToString(3) };
        options.ServerInstructions = McpTexts.Get("Instructions");
        var log = loggers.CreateLogger(typeof(McpServices));
        var handlers = options.Handlers;
        handlers.ListToolsHandler = Guarded<ListToolsRequestParams, ListToolsResult>(() => Get<ToolCatalog>().ListAsync);
        handlers.CallToolHandler = Guarded<CallToolRequestParams, CallToolResult>(() => Get<ToolCatalog>().CallAsync);
        handlers.ListResourcesHandler = Guarded<ListResourcesRequestParams, ListResourcesResult>(() => Get<DocumentResources>().ListAsync);
        handlers.ListResourceTemplatesHandler = DocumentResources.ListTemplatesAsync;
        handlers.ReadResourceHandler = Guarded<ReadResourceRequestParams, ReadResourceResult>(() => Get<DocumentResources>().ReadAsync);
        handlers.ListPromptsHandler = Guarded<ListPromptsRequestParams, ListPromptsResult>(() => Get<PromptFiles>().ListAsync);
        handlers.GetPromptHandler = Guarded<GetPromptRequestParams, GetPromptResult>(() => Get<PromptFiles>().GetAsync);
        handlers.CompleteHandler = Guarded<CompleteRequestParams, CompleteResult>(() => Get<TitleCompletions>().CompleteAsync);

        T Get<T>()
            where T : notnull => services.GetRequiredService<T>();

        McpRequestHandler<TParams, TResult> Guarded<TParams, TResult>(Func<McpRequestHandler<TParams, TResult>> handler) =>
            Failures.Guarded<TParams, TResult>((request, cancellationToken) => handler()(request, cancellationToken), log);
    }
}
