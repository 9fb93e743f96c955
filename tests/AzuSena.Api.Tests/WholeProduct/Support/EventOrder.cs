using System.Text.Json;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.WholeProduct.Support;

/// <summary>What must hold of the events of every answer, whichever way it was asked.</summary>
internal static class EventOrder
{
    private static readonly string[] Ends = ["answer_completed", "answer_failed"];

    /// <summary>The stages of an answer. An event may not come after one of a later stage; what has no stage may come at any time.</summary>
    private static readonly Dictionary<string, int> Stages = new(StringComparer.Ordinal)
    {
        ["transcription_partial"] = 0,
        ["transcription_completed"] = 1,
        ["answer_started"] = 2,
        ["question_rewritten"] = 3,
        ["passages_retrieved"] = 4,
        ["answer_token"] = 5,
        ["sentence_grounded"] = 5,
        ["answer_completed"] = 6,
        ["answer_failed"] = 6,
    };

    /// <summary>The stream is one whole answer: numbered from 1, in order, with one end, and its text is what the tokens say.</summary>
    public static void ShouldBeOneWholeAnswer(this IReadOnlyList<JsonElement> events)
    {
        var steps = events.Where(step => step.Text("type") != "keep_alive").ToList();
        var types = steps.Select(step => step.Text("type")).ToList();
        var told = string.Join(' ', types);
        steps.Select(step => step.GetProperty("sequence").GetInt32()).Should().Equal(Enumerable.Range(1, steps.Count), told);
        types.Count(Ends.Contains).Should().Be(1, told);
        types[^1].Should().BeOneOf(Ends);
        types.Count(type => type == "answer_started").Should().Be(1, told);
        types.Where(Stages.ContainsKey).Select(type => Stages[type]).Should().BeInAscendingOrder(told);
        if (types[^1] == "answer_completed"
            && !steps.Any(step => step.Text("type") == "sentence_grounded" && step.TryGetProperty("retracted", out var taken) && taken.GetBoolean()))
        {
            string.Concat(steps.Where(step => step.Text("type") == "answer_token").Select(step => step.Text("text")))
                .Should().Be(steps[^1].GetProperty("answer").Text("response"));
        }
    }
}
