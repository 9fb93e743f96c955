using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace AzuSena.Prompts.Rendering;

/// <summary>The execution settings of a prompt as the options of a chat. Semantic Kernel does the same inside itself, out of reach.</summary>
internal static class PromptChatOptions
{
    public static ChatOptions Create(PromptTemplateConfig config, Kernel kernel)
    {
        var options = new ChatOptions();
        if (config.DefaultExecutionSettings is not { } settings)
        {
            return options;
        }

        foreach (var (key, value) in settings.ExtensionData ?? new Dictionary<string, object>(StringComparer.Ordinal))
        {
            Set(options, key, (JsonElement)value);
        }

        AddTools(options, settings, kernel);
        return options;
    }

    /// <summary>The functions that the settings name.</summary>
    public static IReadOnlyList<string> FunctionsOf(PromptTemplateConfig config) => config.DefaultExecutionSettings?.FunctionChoiceBehavior switch
    {
        AutoFunctionChoiceBehavior auto => [.. auto.Functions ?? []],
        RequiredFunctionChoiceBehavior required => [.. required.Functions ?? []],
        NoneFunctionChoiceBehavior none => [.. none.Functions ?? []],
        _ => [],
    };

    private static void Set(ChatOptions options, string key, JsonElement value)
    {
        switch (key)
        {
            case "temperature":
                options.Temperature = value.GetSingle();
                break;
            case "top_p":
                options.TopP = value.GetSingle();
                break;
            case "top_k":
                options.TopK = value.GetInt32();
                break;
            case "max_tokens":
                options.MaxOutputTokens = value.GetInt32();
                break;
            case "seed":
                options.Seed = value.GetInt64();
                break;
            case "frequency_penalty":
                options.FrequencyPenalty = value.GetSingle();
                break;
            case "presence_penalty":
                options.PresencePenalty = value.GetSingle();
                break;
            case "stop_sequences":
                options.StopSequences = [.. value.EnumerateArray().Select(stop => stop.GetString()!)];
                break;
            default:
                throw new InvalidOperationException($"The check let the setting {key} through.");
        }
    }

    private static void AddTools(ChatOptions options, PromptExecutionSettings settings, Kernel kernel)
    {
        if (settings.FunctionChoiceBehavior is not { } behavior)
        {
            return;
        }

        // A copy for each answer: a plugin of others may ask for the kernel that runs it, and change it.
        var own = kernel.Clone();
        var choice = behavior.GetConfiguration(new FunctionChoiceBehaviorConfigurationContext(new ChatHistory()) { Kernel = own });
        options.Tools = [.. (choice.Functions ?? []).Select(function => new InertTool(function.WithKernel(own), function))];
        options.ToolMode = choice.Choice == FunctionChoice.Required ? ChatToolMode.RequireAny
            : choice.Choice == FunctionChoice.None ? ChatToolMode.None
            : ChatToolMode.Auto;
    }
}
