using Microsoft.Extensions.AI;

namespace AzuSena.Models;

/// <summary>Replies of a line or two.</summary>
public static class ShortReply
{
    /// <summary>Has a model that can think before it writes not do so: what is asked is simple, and thoughts would take all of the few tokens.</summary>
    public static void WithoutThinking(this ChatOptions options) => options.Reasoning = new ReasoningOptions { Effort = ReasoningEffort.None };
}
