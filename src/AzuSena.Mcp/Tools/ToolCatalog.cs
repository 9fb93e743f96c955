using AzuSena.Answering;
using AzuSena.Errors;
using AzuSena.Plugins;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AzuSena.Mcp.Tools;

/// <summary>All tools: the server's own, and the plugins' functions that are offered.</summary>
/// <param name="own">The server's own.</param>
/// <param name="plugins">Consulted at the first call: plugins from outside are loaded when the process starts.</param>
/// <param name="kernel">What functions are called in.</param>
/// <param name="answering">Its time limit holds for functions too.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Logs failures that clients are told nothing about.</param>
internal sealed class ToolCatalog(
    IEnumerable<OwnTool> own,
    PluginRegistry plugins,
    Kernel kernel,
    IOptions<AnsweringOptions> answering,
    TimeProvider time,
    ILogger<ToolCatalog> log)
{
    private readonly Lazy<Dictionary<string, McpServerTool>> _tools = new(() => own.Cast<McpServerTool>()
        .Concat(plugins.Offered.Select(function => new PluginTool(function, kernel, TimeSpan.FromSeconds(answering.Value.TimeoutSeconds), time)))
        .ToDictionary(tool => tool.ProtocolTool.Name, StringComparer.Ordinal));

    /// <summary>Lists them.</summary>
    public ValueTask<ListToolsResult> ListAsync(RequestContext<ListToolsRequestParams> request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ListToolsResult { Tools = [.. _tools.Value.Values.Select(tool => tool.ProtocolTool)] });

    /// <summary>Calls one. A failure is a result that a model can read.</summary>
    public async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        try
        {
            return _tools.Value.TryGetValue(request.Params?.Name ?? "", out var tool)
                ? await tool.InvokeAsync(request, cancellationToken)
                : throw new AzuSenaException(ErrorCode.NotFound, McpTexts.Get("ToolUnknown", string.Join(", ", _tools.Value.Keys)));
        }
        catch (Exception exception) when (exception is not McpException && !cancellationToken.IsCancellationRequested)
        {
            return Failures.ToToolResult(exception, log);
        }
    }
}
