using System.Text.Json;
using AzuSena.Errors;
using AzuSena.Memory.Search;
using AzuSena.Passages;
using AzuSena.Prompts;
using AzuSena.Prompts.Budget;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Prompt = AzuSena.Prompts.Prompt;

namespace AzuSena.Mcp.Prompts;

/// <summary>
/// The prompt files as MCP prompts, with their variants: filled in as for the service's own model. Passages that the client does not give are searched for.
/// </summary>
internal sealed class PromptFiles(PromptLibrary library, Kernel kernel)
{
    private const string Question = "question";
    private const string Passages = "passages";
    private const string History = "history";

    // A client's model is larger than the small ones that the prompts must fit; the passages are five at most.
    private const int ContextTokens = 16_384;
    private const int AnswerTokens = 1024;

    /// <summary>Lists the active prompts.</summary>
    public ValueTask<ListPromptsResult> ListAsync(RequestContext<ListPromptsRequestParams> request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ListPromptsResult { Prompts = [.. library.All.Select(Describe)] });

    /// <summary>Renders one.</summary>
    /// <exception cref="AzuSenaException">There is no such prompt, or an argument is missing or invalid.</exception>
    public async ValueTask<GetPromptResult> GetAsync(RequestContext<GetPromptRequestParams> request, CancellationToken cancellationToken)
    {
        var prompt = library.All.FirstOrDefault(prompt => prompt.Version.Folder == request.Params?.Name)
            ?? throw new AzuSenaException(
                ErrorCode.NotFound, McpTexts.Get("PromptUnknown", string.Join(", ", library.All.Select(prompt => prompt.Version.Folder))));
        var given = Read(prompt, request.Params!.Arguments ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal));
        var rendered = await (await InvocationAsync(prompt, given, cancellationToken)).RenderAsync(kernel, cancellationToken);
        return new GetPromptResult { Description = prompt.Description, Messages = [.. rendered.Messages.Select(Message)] };
    }

    private async Task<PromptInvocation> InvocationAsync(Prompt prompt, Dictionary<string, string> given, CancellationToken cancellationToken)
    {
        var arguments = new KernelArguments(given.ToDictionary(pair => pair.Key, pair => (object?)pair.Value, StringComparer.Ordinal));
        if (!IsSearched(prompt) || given.ContainsKey(Passages))
        {
            arguments[History] = given.GetValueOrDefault(History) ?? McpTexts.Get("None");
            return new PromptInvocation(prompt, arguments);
        }

        var question = Answers.Question.Create(given[Question]);
        var found = await kernel.InvokeAsync<SearchResult>("memory", "search", new KernelArguments { ["query"] = question.Text }, cancellationToken);
        IReadOnlyList<Passage> passages = [.. found!.Hits.Select(hit => hit.Passage)];
        IReadOnlyList<HistoryTurn> history = [];
        return new PromptInvocation(prompt, arguments)
        {
            Data = new PromptData(new ContextBudget(ContextTokens, AnswerTokens), question.Text, passages, history),
        };
    }

    private static Dictionary<string, string> Read(Prompt prompt, IDictionary<string, JsonElement> given)
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            arguments[name] = ArgumentsOf(prompt).Contains(name, StringComparer.Ordinal)
                ? value.ValueKind == JsonValueKind.String
                    ? value.GetString()!
                    : throw new AzuSenaException(ErrorCode.RequestInvalid, McpTexts.Get("ArgumentInvalid", name))
                : throw new AzuSenaException(ErrorCode.RequestInvalid, McpTexts.Get("ArgumentUnknown", name, string.Join(", ", ArgumentsOf(prompt))));
        }

        return ArgumentsOf(prompt).FirstOrDefault(name => IsRequired(prompt, name) && !arguments.ContainsKey(name)) is { } missing
            ? throw new AzuSenaException(ErrorCode.RequestInvalid, McpTexts.Get("ArgumentMissing", missing))
            : arguments;
    }

    private static ModelContextProtocol.Protocol.Prompt Describe(Prompt prompt) => new()
    {
        Name = prompt.Version.Folder,
        Description = prompt.Description,
        Arguments =
        [
            .. prompt.Function.Metadata.Parameters.Where(parameter => parameter.Name != WalkPrompts.Wish).Select(parameter => new PromptArgument
            {
                Name = parameter.Name,
                Description = parameter.Description,
                Required = IsRequired(prompt, parameter.Name),
            }),
        ],
    };

    // A client has a wish of its own beside the prompt.
    private static IEnumerable<string> ArgumentsOf(Prompt prompt) => prompt.Variables.Where(name => name != WalkPrompts.Wish);

    private static bool IsRequired(Prompt prompt, string name) => name switch
    {
        Passages => !IsSearched(prompt),
        History => !prompt.Variables.Contains(Question, StringComparer.Ordinal),
        _ => true,
    };

    private static bool IsSearched(Prompt prompt) =>
        prompt.Variables.Contains(Passages, StringComparer.Ordinal) && prompt.Variables.Contains(Question, StringComparer.Ordinal);

    // MCP has no system messages.
    private static PromptMessage Message(ChatMessage message) => new()
    {
        Role = message.Role == ChatRole.Assistant ? Role.Assistant : Role.User,
        Content = new TextContentBlock { Text = message.Text },
    };
}
