using AzuSena.Passages;

namespace AzuSena.Api.OpenAi.Rendering;

/// <summary>The addresses of passages, as the caller reaches the service.</summary>
/// <param name="root">Scheme, host and path base of the request.</param>
internal sealed class PassageAddress(string root)
{
    /// <summary>Those for the sender of a request.</summary>
    public static PassageAddress For(HttpRequest request) => new($"{request.Scheme}://{request.Host}{request.PathBase}");

    /// <summary>The address of a passage; the service's own for the result of a tool, which has none.</summary>
    public string Of(string passageId) => passageId.StartsWith(ToolUse.Scheme, StringComparison.Ordinal)
        ? root
        : $"{root}/azusena_api/passages/{Uri.EscapeDataString(passageId)}";
}
