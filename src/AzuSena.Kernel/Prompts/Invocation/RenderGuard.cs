using System.Globalization;
using AzuSena.Errors;
using AzuSena.Prompts.Budget;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts.Invocation;

/// <summary>
/// Fits the data of one call to the model's context, makes everything inserted into the prompt inert, including results of template functions, and parses the
/// messages strictly: Semantic Kernel's own parser takes the whole prompt for one user message if anything in it is not XML.
/// </summary>
internal sealed class RenderGuard(PromptInvocation invocation) : IPromptRenderFilter, IFunctionInvocationFilter
{
    private bool _isRendering;

    /// <inheritdoc/>
    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        Fit(context);
        MakeInert(context.Arguments);
        _isRendering = true;
        await next(context);
        _isRendering = false;
        invocation.Messages = invocation.Prompt.ReadMessages(context.RenderedPrompt ?? "");
    }

    /// <inheritdoc/>
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        await next(context);
        if (_isRendering)
        {
            // Converted to text as Semantic Kernel itself would.
            context.Result = new FunctionResult(context.Result, InertText.Of(context.Result.ToString()).Value);
        }
    }

    private void Fit(PromptRenderContext context)
    {
        if (invocation.Data is not { } data)
        {
            context.Arguments.TryAdd(WalkPrompts.Wish, "");
            return;
        }

        var prompt = invocation.Prompt;
        var tools = data.WithTools ? prompt.ToolTokens(context.Kernel) : 0;
        var fitted = Fit(data.Budget.Within(prompt.MaxPromptTokens));
        if (IsTooShort(fitted) && prompt.MaxPromptTokens is not null)
        {
            // A long question leaves no passage in a prompt that is to be short.
            fitted = Fit(data.Budget);
        }

        invocation.Fitted = fitted;
        if (IsTooShort(fitted))
        {
            throw new AzuSenaException(ErrorCode.QuestionInvalid, ErrorCodeNames.Text("QuestionTooLongForModel"));
        }

        context.Arguments[data.QuestionVariable] = fitted.Question;
        context.Arguments["passages"] = fitted.Passages;
        context.Arguments["history"] = fitted.History;
        context.Arguments[WalkPrompts.Wish] = fitted.Wish;

        FittedContext Fit(ContextBudget budget) => budget.Fit(prompt.Tokens + tools, data.Question, data.Passages, data.History, WishOf(prompt, data));

        // A prompt without a place for it need not keep one.
        static string? WishOf(Prompt prompt, PromptData data) => prompt.Variables.Contains(WalkPrompts.Wish, StringComparer.Ordinal) ? data.Wish : null;

        bool IsTooShort(FittedContext fitted) => data.NeedsPassages && (!fitted.Fits || fitted.Kept.Count == 0);
    }

    // Only declared variables: others could be passed on to a function of the template.
    private void MakeInert(KernelArguments arguments)
    {
        var given = invocation.Prompt.Variables.ToDictionary(name => name, name => Inert(name, arguments), StringComparer.Ordinal);
        arguments.Clear();
        foreach (var (name, value) in given)
        {
            arguments[name] = value;
        }
    }

    private string Inert(string name, KernelArguments arguments)
    {
        var value = (arguments.TryGetValue(name, out var given) ? given : null)
            ?? throw new ArgumentException($"The prompt {invocation.Prompt.Version} needs a value for {name}.", nameof(arguments));
        return (value as InertText ?? InertText.Of(Convert.ToString(value, CultureInfo.InvariantCulture))).Value;
    }
}
