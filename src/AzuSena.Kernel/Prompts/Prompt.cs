using System.Xml;
using AzuSena.Prompts.Budget;
using AzuSena.Prompts.Rendering;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts;

/// <summary>A prompt that passed all checks. Immutable: an edit of its files creates a new instance.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class Prompt
{
    private readonly PromptTemplateConfig _config;

    internal Prompt(PromptVersion version, PromptTemplateConfig config, IReadOnlyList<ChatRole> roles, int tokens, int? maxPromptTokens)
    {
        Version = version;
        Roles = roles;
        Tokens = tokens;
        MaxPromptTokens = maxPromptTokens;
        _config = config;
        var (plugin, name) = PromptName.FunctionOf(version.Name);
        config.Name = name;
        Function = KernelFunctionFactory.CreateFromPrompt(config).Clone(plugin);
    }

    /// <summary>Its name, variant and hash, for the answer's <c>prompt</c>.</summary>
    public PromptVersion Version { get; }

    /// <summary>
    /// The Semantic Kernel function: <c>answering.AnswerQuestion</c>. Call it through <see cref="PromptInvocation"/>, which guards the inserted data.
    /// </summary>
    public KernelFunction Function { get; }

    /// <summary>Its purpose, as described by its author.</summary>
    public string Description => _config.Description ?? "";

    /// <summary>The roles of its messages, in order.</summary>
    public IReadOnlyList<ChatRole> Roles { get; }

    /// <summary>The estimated tokens of its own text, without inserted data.</summary>
    public int Tokens { get; }

    /// <summary>The most estimated tokens that it may have with its data (<c>max_prompt_tokens</c>); null if only the model's context limits it.</summary>
    public int? MaxPromptTokens { get; }

    /// <summary>The declared variables.</summary>
    public IReadOnlyList<string> Variables => [.. _config.InputVariables.Select(variable => variable.Name)];

    /// <summary>The functions that its configuration allows the model to call, as <c>plugin.function</c>; empty if it names none.</summary>
    public IReadOnlyList<string> Functions => _config.DefaultExecutionSettings?.FunctionChoiceBehavior switch
    {
        AutoFunctionChoiceBehavior auto => [.. auto.Functions ?? []],
        RequiredFunctionChoiceBehavior required => [.. required.Functions ?? []],
        NoneFunctionChoiceBehavior none => [.. none.Functions ?? []],
        _ => [],
    };

    /// <summary>The functions that the model may call; empty if it is only told of them.</summary>
    internal IReadOnlyList<KernelFunction> CallableFunctions(Kernel kernel) =>
        _config.DefaultExecutionSettings?.FunctionChoiceBehavior is NoneFunctionChoiceBehavior ? [] :
        [
            .. Functions.Select(name => name.Split('.', 2))
                .Select(name => kernel.Plugins.TryGetFunction(name[0], name[^1], out var function) ? function : null)
                .OfType<KernelFunction>(),
        ];

    /// <summary>The estimated tokens of the descriptions of the functions that the model may call.</summary>
    internal int ToolTokens(Kernel kernel) => CallableFunctions(kernel)
        .Sum(function => TokenEstimate.Of($"{function.Name} {function.Description} {function.JsonSchema}"));

    /// <summary>Parses the messages of a rendering. They always have the roles of <see cref="Roles"/>.</summary>
    internal IReadOnlyList<ChatMessage> ReadMessages(string rendered)
    {
        List<ChatMessage> messages;
        try
        {
            messages = MessageReader.Read(rendered);
        }
        catch (Exception exception) when (exception is XmlException or MessageFormatException)
        {
            throw new InvalidOperationException($"The prompt {Version} rendered to something that is not a row of messages.", exception);
        }

        return messages.Select(message => message.Role).SequenceEqual(Roles)
            ? messages
            : throw new InvalidOperationException($"The prompt {Version} rendered to other messages than it holds.");
    }
}
