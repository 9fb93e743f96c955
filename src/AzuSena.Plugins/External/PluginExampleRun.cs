using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using AzuSena.Answering.Tools;
using AzuSena.Answering.Tools.Slots;
using AzuSena.Plugins.Routing;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.External;

/// <summary>Calls a function as an example says, through Semantic Kernel as a model's call would be, and compares the result.</summary>
/// <param name="plugin">The plugin.</param>
/// <param name="answers">The questions that its functions answer.</param>
/// <param name="readers">Find the values in a question.</param>
internal sealed class PluginExampleRun(KernelPlugin plugin, PluginAnswers answers, IReadOnlyList<ISlotReader> readers)
{
    private const int MaxQuoted = 200;

    // One per plugin: the options cache the types they have serialized, and would keep a refused plugin in memory.
    private readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs the example.</summary>
    /// <exception cref="PluginRefusedException">The function cannot be called this way, it throws, or its result differs.</exception>
    public async Task RunAsync(PluginExample example, int number, CancellationToken cancellationToken)
    {
        var arguments = Arguments(example, number, out var function);
        string text;
        bool isAsSaid;
        try
        {
            var value = (await function.InvokeAsync(new Kernel(), arguments, cancellationToken)).GetValue<object>();
            text = value as string ?? JsonSerializer.Serialize(value, _json);
            isAsSaid = IsAsSaid(example, value, text);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw PluginRefusedException.For(
                RefusalReason.ExampleFailed, exception, number, example.Function, PluginTexts.Format("ExampleThrew", exception.Message));
        }

        if (!isAsSaid)
        {
            var wanted = example.Pattern
                ?? (example.Expected is { ValueKind: JsonValueKind.String } expected ? expected.GetString() : example.Expected?.GetRawText());
            var difference = PluginTexts.Format(example.Pattern is null ? "ExampleDiffers" : "ExampleUnlike", Quote(wanted!), Quote(text));
            throw PluginRefusedException.For(RefusalReason.ExampleFailed, cause: null, number, example.Function, difference);
        }
    }

    private KernelArguments Arguments(PluginExample example, int number, out KernelFunction function)
    {
        if (!plugin.TryGetFunction(example.Function, out function!))
        {
            throw PluginRefusedException.For(RefusalReason.ExampleInvalid, cause: null, number, PluginTexts.Format("ExampleFunctionUnknown", example.Function));
        }

        var arguments = new KernelArguments();
        if (example.Question is { } question)
        {
            var known = answers.Functions.FirstOrDefault(candidate => candidate.Function.Name == example.Function);
            var read = known is null ? null : ToolRouter.Read(known, question, readers);
            if (read is not { Missing.Count: 0 })
            {
                throw PluginRefusedException.For(RefusalReason.ExampleInvalid, cause: null, number, PluginTexts.Format("ExampleQuestionUnread", question));
            }

            foreach (var (name, value) in read.Arguments)
            {
                arguments[name] = value;
            }
        }

        foreach (var (name, value) in example.Arguments ?? new Dictionary<string, JsonElement>())
        {
            if (!function.Metadata.Parameters.Any(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                throw PluginRefusedException.For(
                    RefusalReason.ExampleInvalid, cause: null, number, PluginTexts.Format("ExampleArgumentUnknown", example.Function, name));
            }

            arguments[name] = value.ValueKind == JsonValueKind.String ? value.GetString() : value;
        }

        return arguments;
    }

    private bool IsAsSaid(PluginExample example, object? value, string text) => example switch
    {
        { Pattern: { } pattern } => Regex.IsMatch(text, pattern, PluginManifestReader.ExamplePattern),
        { Expected: { ValueKind: JsonValueKind.String } expected } when value is string => text == expected.GetString(),
        { Expected: { } expected } => JsonElement.DeepEquals(JsonSerializer.SerializeToElement(value, _json), expected),
        _ => false,
    };

    private static string Quote(string text) => text.Length <= MaxQuoted ? text : $"{text[..MaxQuoted]}…";
}
