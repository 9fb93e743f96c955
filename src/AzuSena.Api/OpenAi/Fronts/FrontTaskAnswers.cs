using System.Text.Json;
using AzuSena.Answers;
using AzuSena.Conversations;
using AzuSena.Feedback;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.OpenAi.Fronts;

/// <summary>Answers what a chat program asks of its own accord, from the conversation alone: nothing is searched, and no model is asked.</summary>
internal sealed class FrontTaskAnswers(RecentAnswers recent, IOptions<JsonOptions> json, TimeProvider time)
{
    private const string Mode = "task";

    /// <summary>The events of an answer, as of any other.</summary>
    /// <param name="task">The task.</param>
    /// <param name="owner">Who asks, if callers are identified.</param>
    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(FrontTask task, string? owner)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        var text = TextOf(task, owner);
        yield return new AnswerStarted(id, Mode);
        yield return new AnswerToken(text);
        yield return new AnswerCompleted(new Answer(
            text, id, ConversationId: null, Mode, Abstained: false, Confidence: 1, LowConfidence: false, Citations: [], new AnswerTimings(0, 0, 0)));
        await Task.CompletedTask;
    }

    private string TextOf(FrontTask task, string? owner)
    {
        var last = task.Questions is [.., var said] ? said : "";
        object made = task.Wanted switch
        {
            FrontTask.Title => TitleOf(task.Questions),
            "tags" => new[] { FrontTexts.Get("Tag") },
            "follow_ups" => recent.SuggestionsAfter(last, owner),
            "queries" => new[] { last },
            _ => "",
        };
        return task.IsJson
            ? JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal) { [task.Wanted] = made }, json.Value.SerializerOptions)
            : (string)made;
    }

    private static string TitleOf(IReadOnlyList<string> questions) =>
        questions.Select(ConversationTitle.Of).FirstOrDefault(title => title is not null) ?? FrontTexts.Get("Title");
}
