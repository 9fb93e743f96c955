using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AzuSena.Passages;
using AzuSena.Prompts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace AzuSena.Answering.Tools;

/// <summary>Runs routed functions within a time limit. Whatever a function does, the answer goes on.</summary>
public sealed class ToolRun(IOptions<AnsweringOptions> answering, TimeProvider time, ILogger<ToolRun> log)
{
    private const int MaxResult = 4_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>Calls a function.</summary>
    /// <param name="call">The call.</param>
    /// <param name="kernel">The kernel that it is called in.</param>
    /// <param name="cancellationToken">Cancels the answer.</param>
    /// <returns>The result as a passage that can be quoted and cited; null if the function failed, hung or gave nothing.</returns>
    public async Task<Passage?> CallAsync(RoutedCall call, Kernel kernel, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(answering.Value.ToolSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var name = call.Function.Name;
        try
        {
            var arguments = new KernelArguments(call.Arguments.ToDictionary(it => it.Key, it => (object?)it.Value, StringComparer.Ordinal));
            var running = Task.Run(() => call.Function.Function.InvokeAsync(kernel, arguments, either.Token), CancellationToken.None);

            // A function that ignores its token is left behind.
            var result = (await running.WaitAsync(either.Token)).GetValue<object>();
            return Sentence(call, result) is { Length: > 0 } said ? PassageOf(call, said) : null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            Log.ToolFailed(log, exception, name);
            return null;
        }
    }

    private static string Sentence(RoutedCall call, object? result)
    {
        if (result is string text && call.Function.Template is null)
        {
            return Shorten(InertText.Of(text).Value);
        }

        var element = JsonSerializer.SerializeToElement(result, Json);
        var shown = call.Values.ToDictionary(value => value.Key, value => value.Value.Shown, StringComparer.Ordinal);
        var said = result is null ? "" : call.Function.Template?.Fill(shown, element)
            ?? (element.ValueKind is JsonValueKind.String ? element.GetString() : element.GetRawText());
        return Shorten(InertText.Of(said).Value);
    }

    private static string Shorten(string text) =>
        text.Length <= MaxResult ? text : text[..(char.IsHighSurrogate(text[MaxResult - 1]) ? MaxResult - 1 : MaxResult)] + "…";

    private static Passage PassageOf(RoutedCall call, string said)
    {
        var function = call.Function;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{call.Asked}\n{said}")))[..12];
        var document = new DocumentInfo($"{ToolUse.Scheme}{function.Name}", function.Title, function.Source);
        return new Passage($"{ToolUse.Scheme}{function.Name}:{hash}", document, call.Asked.Length == 0 ? [] : [call.Asked], 0, said)
        {
            Tool = new ToolUse(function.ToolName, function.Title, call.Asked),
        };
    }
}
