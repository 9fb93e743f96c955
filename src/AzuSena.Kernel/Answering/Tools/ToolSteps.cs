using System.Text.Encodings.Web;
using System.Text.Json;
using AzuSena.Answers;
using AzuSena.Passages;

namespace AzuSena.Answering.Tools;

/// <summary>The events of a routed call; a model's own calls have theirs from its reply.</summary>
internal static class ToolSteps
{
    private const int MaxResult = 2_000;
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ToolCalled Called(this RoutedCall call) => new(
        call.Function.ToolName,
        JsonSerializer.SerializeToElement(call.Arguments, Written),
        call.Function.Title,
        call.Asked.Length == 0 ? null : call.Asked);

    public static ToolReturned Returned(this RoutedCall call, Passage? result) => new(
        call.Function.ToolName,
        result is null ? null : result.Text.Length <= MaxResult ? result.Text : result.Text[..MaxResult] + "…",
        Failed: result is null,
        call.Function.Title);
}
