namespace AzuSena.Api.OpenAi.Requests;

/// <summary>
/// What chat programs put before a question when a file is attached to it: an instruction and passages of their own between <c>&lt;context&gt;</c> tags.
/// AzuSENA answers from its documents, so only the question is read.
/// </summary>
internal static class AddedContext
{
    private const string Head = "### ";
    private const string Open = "<context>";
    private const string Close = "</context>";

    /// <summary>The question behind the context; null if there is no context, or nothing behind it.</summary>
    public static string? QuestionBehind(string text)
    {
        var end = text.LastIndexOf(Close, StringComparison.Ordinal);
        return text.StartsWith(Head, StringComparison.Ordinal) && text.IndexOf(Open, StringComparison.Ordinal) is >= 0 and var start && end > start
            && text[(end + Close.Length)..].Trim() is { Length: > 0 } question ? question : null;
    }
}
