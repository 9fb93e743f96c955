using System.ComponentModel;
using AzuSena.Errors;
using AzuSena.Memory.Storage;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AzuSena.Mcp.Tools;

/// <summary>The tool <c>get_passage</c>: a passage by its id.</summary>
internal sealed class GetPassageTool(PassageStore store) : McpTool<GetPassageTool.Arguments, PassageView>("get_passage")
{
    /// <inheritdoc/>
    protected override ValueTask<PassageView> RunAsync(
        Arguments arguments, RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        using var snapshot = store.Read();
        return ValueTask.FromResult(PassageView.Of(snapshot.Find(arguments.Id) ?? throw new AzuSenaException(ErrorCode.PassageNotFound)));
    }

    /// <summary>The arguments.</summary>
    internal sealed record Arguments(
        [property: Description("El identificador del pasaje: passage_id en las citas y en los resultados de search.")] string Id);
}
