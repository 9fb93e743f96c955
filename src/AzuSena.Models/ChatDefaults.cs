using AzuSena.Models.Availability;
using Microsoft.Extensions.AI;

namespace AzuSena.Models;

/// <summary>Sets the options that a request leaves open, so that a prompt only sets those that differ. The operator chooses the model.</summary>
internal sealed class ChatDefaults(IModelServer server, LlmOptions llm, OllamaOptions ollama)
{
    /// <summary>The maximum number of tokens of a reply: a small model reserves half of its context for the prompt.</summary>
    public static int OutputTokens(ModelFacts facts, LlmOptions llm) => Math.Min(llm.MaxOutputTokens, facts.ContextTokens / 2);

    public void Apply(ChatOptions options)
    {
        options.ModelId = server.Model;
        options.Temperature ??= (float)ollama.Temperature;
        options.TopP ??= (float)llm.TopP;
        options.Seed ??= llm.Seed;
        var most = OutputTokens(server.Facts, llm);
        options.MaxOutputTokens = Math.Min(options.MaxOutputTokens ?? most, most);
        if (server.Facts.SeparatesThinking && !llm.Think)
        {
            options.Reasoning ??= new ReasoningOptions { Effort = ReasoningEffort.None };
        }

        if (!server.Facts.CallsTools)
        {
            options.Tools = null;
            options.ToolMode = null;
        }
    }
}
