using System.Text.Json;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.WholeProduct.Support;

/// <summary>What became of a question: a whole answer, or a stable code.</summary>
/// <param name="Answer">The answer; null if there is none.</param>
/// <param name="Code">Why there is none.</param>
/// <param name="QuestionId">The question's id, if it was told.</param>
internal sealed record Outcome(JsonElement? Answer, string? Code, string? QuestionId)
{
    public string Response => Answer?.Text("response") ?? "";

    public string Mode => Answer?.Text("mode") ?? "";

    /// <summary>A body of REST: an answer, or problem details.</summary>
    public static Outcome OfReply(JsonElement body) =>
        body.TryGetProperty("code", out var code) ? new(Answer: null, code.GetString(), QuestionId: null) : OfAnswer(body);

    /// <summary>A stream of typed events, which must be in order.</summary>
    public static Outcome OfEvents(IReadOnlyList<JsonElement> events)
    {
        if (events is [var only] && only.Text("type") == "answer_failed")
        {
            return new(Answer: null, only.Text("code"), QuestionId: null);
        }

        events.ShouldBeOneWholeAnswer();
        var last = events[^1];
        var id = events.First(step => step.Text("type") == "answer_started").Text("question_id");
        return last.Text("type") == "answer_completed" ? OfAnswer(last.GetProperty("answer")) : new(Answer: null, last.Text("code"), id);
    }

    /// <summary>The original's events: chunks, the last of which holds the answer, or one error.</summary>
    public static Outcome OfChat(IReadOnlyList<(string Name, JsonElement Body)> said)
    {
        if (said.FirstOrDefault(item => item.Name == "error") is { Name: "error", Body: var error })
        {
            return new(Answer: null, error.Text("code"), QuestionId: null);
        }

        var last = said.Last(item => item.Name == "response").Body;
        last.GetProperty("complete").GetBoolean().Should().BeTrue();
        return OfAnswer(last.GetProperty("answer"));
    }

    private static Outcome OfAnswer(JsonElement answer) => new(answer, Code: null, answer.Text("question_id"));
}
