using AzuSena.Answers;
using AzuSena.Api.OpenAi.Requests;
using AzuSena.Prompts.Budget;

namespace AzuSena.Api.OpenAi.Rendering;

/// <summary>The tokens of an answer: those that the model's server counted; without them an estimate from the texts of request and reply.</summary>
/// <param name="Input">Tokens of what was sent to the model.</param>
/// <param name="Output">Tokens of what it wrote.</param>
internal sealed record TokenCount(long Input, long Output)
{
    /// <summary>Both.</summary>
    public long Total => Input + Output;

    /// <summary>The tokens of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="asked">The conversation with the question.</param>
    /// <param name="text">The text of the reply.</param>
    public static TokenCount Of(Answer answer, ToldConversation asked, string text) => answer.Usage is { } counted
        ? new TokenCount(counted.Input, counted.Output)
        : new TokenCount(asked.Tokens, TokenEstimate.Of(text));
}
