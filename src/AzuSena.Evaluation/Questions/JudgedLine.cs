using System.Text.Json;

namespace AzuSena.Evaluation.Questions;

/// <summary>
/// A question whose requirements are regular expressions over the answer without case and accents, as judges of a running service keep them: <c>lead</c> any
/// of which must begin the answer, <c>facts</c> as groups of alternatives, and <c>never</c>, what must not be said. A <c>followup</c> is asked after the
/// question, in the same conversation, and it is its answer that counts.
/// </summary>
internal sealed record JudgedLine(
    string Id,
    string Kind,
    string Question,
    string Expect,
    IReadOnlyList<string> Never,
    string? Followup = null,
    IReadOnlyList<string>? Documents = null,
    IReadOnlyList<string>? Lead = null,
    IReadOnlyList<IReadOnlyList<string>>? Facts = null,
    bool DeclineOk = false)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The question of a line; null if the line has the product's own format.</summary>
    /// <exception cref="JsonException">The line is of this format, but lacks a member or has a wrong value.</exception>
    public static EvaluationQuestion? Read(JsonElement line) =>
        line.ValueKind is JsonValueKind.Object && line.TryGetProperty("never", out _)
            ? (line.Deserialize<JudgedLine>(Json) ?? throw new JsonException()).ToQuestion()
            : null;

    private EvaluationQuestion ToQuestion() => new(
        Id,
        Kind,
        Followup ?? Question,
        Followup is null ? [] : [Question],
        Documents ?? [],
        Facts ?? [],
        Never,

        // A partial answer is one that holds what there is; where declining is as good, it is as with a false premise.
        Expect switch
        {
            "decline" => ExpectedOutcome.Abstain,
            "answer" or "partial" when DeclineOk => ExpectedOutcome.Correct,
            "answer" or "partial" => ExpectedOutcome.Answer,
            _ => throw new JsonException(),
        },
        Lead is { Count: > 0 } ? Lead : null,
        ArePatterns: true);
}
