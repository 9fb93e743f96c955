using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AzuSena.Mcp.Tools;

/// <summary>A tool of the server's own; the SDK would serve what is registered as its own type past <see cref="ToolCatalog"/>, which guards failures.</summary>
internal abstract class OwnTool : McpServerTool;

/// <summary>A tool whose arguments and result are types, from which its schemas are made.</summary>
/// <typeparam name="TArguments">A record with a description for each member; members without a default are required.</typeparam>
/// <typeparam name="TResult">
/// A record whose members that may be null have a default: null is omitted, and clients check the result against the schema.
/// </typeparam>
internal abstract class McpTool<TArguments, TResult> : OwnTool
{
    /// <summary>Describes the tool; its title and description are the texts <c>Tool_name</c> and <c>Tool_name_description</c>.</summary>
    protected McpTool(string name) => ProtocolTool = new Tool
    {
        Name = name,
        Title = McpTexts.Get($"Tool_{name}"),
        Description = McpTexts.Get($"Tool_{name}_description"),
        InputSchema = McpJson.SchemaOf<TArguments>(),
        OutputSchema = McpJson.SchemaOf<TResult>(),
        Annotations = new ToolAnnotations { ReadOnlyHint = true, DestructiveHint = false, OpenWorldHint = false },
    };

    /// <inheritdoc/>
    public sealed override Tool ProtocolTool { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<object> Metadata => [];

    /// <inheritdoc/>
    public sealed override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        var arguments = ToolArguments.Read<TArguments>(request.Params?.Arguments, ProtocolTool.InputSchema);
        var result = await RunAsync(arguments, request, cancellationToken);
        var structured = JsonSerializer.SerializeToElement(result, McpJson.Options);
        return new CallToolResult { StructuredContent = structured, Content = ContentOf(result, structured) };
    }

    /// <summary>Runs the tool.</summary>
    /// <exception cref="Errors.AzuSenaException">It failed; the client gets the code and the message.</exception>
    protected abstract ValueTask<TResult> RunAsync(TArguments arguments, RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken);

    /// <summary>The result for clients that read no structured content: the same as JSON, unless a tool has a better text.</summary>
    protected virtual IList<ContentBlock> ContentOf(TResult result, JsonElement structured) => [new TextContentBlock { Text = structured.GetRawText() }];
}
