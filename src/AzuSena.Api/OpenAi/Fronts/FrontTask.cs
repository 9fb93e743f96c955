using System.Text.RegularExpressions;
using AzuSena.Api.OpenAi.Requests;

namespace AzuSena.Api.OpenAi.Fronts;

/// <summary>
/// What a chat program asks of its own accord: a title, tags, the next questions. It is told by its form: a single message that holds the conversation as text,
/// and says what to make of it. It is no question for the documents.
/// </summary>
/// <param name="Wanted">What is asked for, by the name that the program gives it, such as <c>title</c> or <c>follow_ups</c>.</param>
/// <param name="IsJson">Whether it is to be a JSON object with that one member; otherwise it is plain text.</param>
/// <param name="Questions">What the person said in the conversation, in order.</param>
internal sealed partial record FrontTask(string Wanted, bool IsJson, IReadOnlyList<string> Questions)
{
    /// <summary>The name of a title.</summary>
    public const string Title = "title";

    private const string Open = "<chat_history>";
    private const string Close = "</chat_history>";

    // Spanish instructions too: programs let them be rewritten.
    private static readonly string[] TitleWords = ["title", "título"];

    /// <summary>The task in a request; null if it is a question.</summary>
    public static FrontTask? In(ToldConversation told) =>
        told.Turns.Count > 0 ? null : InTags(told.Question.Text) ?? InPlainText(told.Question.Text);

    // Open WebUI: the conversation between tags, and the JSON that is wanted shown around it.
    private static FrontTask? InTags(string text)
    {
        var start = text.IndexOf(Open, StringComparison.Ordinal);
        var end = text.LastIndexOf(Close, StringComparison.Ordinal);
        return start >= 0 && end > start && JsonMember().Match(text[..start] + text[end..]) is { Success: true } wanted
            ? new FrontTask(wanted.Groups["name"].Value, IsJson: true, ToldTranscript.QuestionsIn(text[(start + Open.Length)..end]))
            : null;
    }

    // LibreChat: an instruction, and the exchange below it.
    private static FrontTask? InPlainText(string text) =>
        ToldTranscript.StartIn(text) is { } start && TitleWords.Any(word => text.AsSpan(0, start).Contains(word, StringComparison.OrdinalIgnoreCase))
            ? new FrontTask(Title, IsJson: false, ToldTranscript.QuestionsIn(text))
            : null;

    [GeneratedRegex("""\{\s*"(?<name>[a-z_]+)"\s*:""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex JsonMember();
}
