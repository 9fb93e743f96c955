using System.Globalization;
using System.Xml;
using AzuSena.Prompts.Rendering;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts;

/// <summary>A prompt that passed every check. It does not change: an edit of its files makes another.</summary>
/// <remarks>May be rendered on many threads at once.</remarks>
public sealed class Prompt
{
    private static readonly KernelPromptTemplateFactory SemanticKernel = new();
    private readonly PromptTemplateConfig _config;
    private readonly IPromptTemplate _template;

    internal Prompt(PromptVersion version, PromptTemplateConfig config, IReadOnlyList<ChatRole> roles, int tokens)
    {
        Version = version;
        Roles = roles;
        Tokens = tokens;
        _config = config;
        _template = SemanticKernel.Create(config);
    }

    /// <summary>Its name, variant and hash, for the answer's <c>prompt</c>.</summary>
    public PromptVersion Version { get; }

    /// <summary>What it is for, in its author's words.</summary>
    public string Description => _config.Description ?? "";

    /// <summary>The roles of its messages, in order.</summary>
    public IReadOnlyList<ChatRole> Roles { get; }

    /// <summary>How many tokens its own text takes, estimated, without what is put into it.</summary>
    public int Tokens { get; }

    /// <summary>The variables that it declares.</summary>
    public IReadOnlyList<string> Variables => [.. _config.InputVariables.Select(variable => variable.Name)];

    /// <summary>The functions that the model may call while it answers, as <c>plugin.function</c>; none where the prompt names none.</summary>
    public IReadOnlyList<string> Functions => PromptChatOptions.FunctionsOf(_config);

    /// <summary>
    /// Puts the arguments into the prompt. Text is data whatever it holds: it cannot open a message, name a role, call a function or forge a
    /// citation (<see cref="InertText"/>). The messages have the roles of <see cref="Roles"/>, always.
    /// </summary>
    /// <param name="kernel">Runs the functions that the template calls, and holds those that the model may call.</param>
    /// <param name="arguments">A value for every variable without a default: text, which is made inert here, or <see cref="InertText"/>, which already is.</param>
    /// <param name="cancellationToken">Ends the functions that the template calls.</param>
    /// <exception cref="ArgumentException">A variable has no value.</exception>
    public async Task<RenderedPrompt> RenderAsync(Kernel kernel, KernelArguments arguments, CancellationToken cancellationToken = default)
    {
        var guarded = kernel.Clone();
        guarded.FunctionInvocationFilters.Add(new InertResults());
        var text = await _template.RenderAsync(guarded, Inert(arguments), cancellationToken);
        List<ChatMessage> messages;
        try
        {
            messages = MessageReader.Read(text);
        }
        catch (Exception exception) when (exception is XmlException or MessageFormatException)
        {
            throw new InvalidOperationException($"The prompt {Version} rendered to something that is not a row of messages.", exception);
        }

        return messages.Select(message => message.Role).SequenceEqual(Roles)
            ? new RenderedPrompt(Version, messages, PromptChatOptions.Create(_config, kernel))
            : throw new InvalidOperationException($"The prompt {Version} rendered to other messages than it holds.");
    }

    private KernelArguments Inert(KernelArguments arguments)
    {
        var inert = new KernelArguments();
        foreach (var variable in _config.InputVariables)
        {
            var value = (arguments.TryGetValue(variable.Name, out var given) ? given : null) ?? variable.Default
                ?? throw new ArgumentException($"The prompt {Version} needs a value for {variable.Name}.", nameof(arguments));
            inert[variable.Name] = (value as InertText ?? InertText.Of(Convert.ToString(value, CultureInfo.InvariantCulture))).Value;
        }

        return inert;
    }
}
