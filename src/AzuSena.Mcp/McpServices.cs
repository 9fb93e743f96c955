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
        services.AddOptions<McpServerOptions>()
            .Configure<ToolCatalog, DocumentResources, PromptFiles, TitleCompletions, ILoggerFactory>(Configure);
        return services;
    }

    private static void Configure(
        McpServerOptions options,
        ToolCatalog tools,
        DocumentResources resources,
        PromptFiles prompts,
        TitleCompletions completions,
        ILoggerFactory loggers)
    {
        var log = loggers.CreateLogger(typeof(McpServices));
        options.ServerInfo = new Implementation
        {
            Name = "azusena",
            Title = "AzuSENA",
            Version = typeof(McpServices).Assembly.GetName().Version!.ToString(3),
        };
        options.ServerInstructions = McpTexts.Get("Instructions");
        options.Handlers.ListToolsHandler = Failures.Guarded<ListToolsRequestParams, ListToolsResult>(tools.ListAsync, log);
        options.Handlers.CallToolHandler = tools.CallAsync;
        options.Handlers.ListResourcesHandler = Failures.Guarded<ListResourcesRequestParams, ListResourcesResult>(resources.ListAsync, log);
        options.Handlers.ListResourceTemplatesHandler = DocumentResources.ListTemplatesAsync;
        options.Handlers.ReadResourceHandler = Failures.Guarded<ReadResourceRequestParams, ReadResourceResult>(resources.ReadAsync, log);
        options.Handlers.ListPromptsHandler = Failures.Guarded<ListPromptsRequestParams, ListPromptsResult>(prompts.ListAsync, log);
        options.Handlers.GetPromptHandler = Failures.Guarded<GetPromptRequestParams, GetPromptResult>(prompts.GetAsync, log);
        options.Handlers.CompleteHandler = Failures.Guarded<CompleteRequestParams, CompleteResult>(completions.CompleteAsync, log);
    }
}
