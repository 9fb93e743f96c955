namespace AzuSena.Api.OpenAi.Chat;

/// <summary>The body of a request to <c>/v1/chat/completions</c>, as it is described; <see cref="ChatRequest"/> reads it. All else is ignored.</summary>
/// <param name="Model"><c>azusena</c>, <c>azusena:VARIANT</c> or <c>azusena-extractivo</c>.</param>
/// <param name="Messages">The conversation, oldest first; the last message of <c>user</c> is the question.</param>
/// <param name="Stream">Whether the reply is streamed.</param>
/// <param name="StreamOptions">What a streamed reply holds.</param>
/// <param name="N">1, if it is there.</param>
/// <param name="MaxDocs">How many passages the answer may use, 1 to 20.</param>
/// <param name="SourcesInText">Whether the text ends with a list of its sources, for programs that show no annotations.</param>
internal sealed record ChatBody(
    string Model, IReadOnlyList<ChatBodyMessage> Messages, bool? Stream = null, ChatBodyOptions? StreamOptions = null, int? N = null, int? MaxDocs = null,
    bool? SourcesInText = null);

/// <summary>A message.</summary>
/// <param name="Role"><c>user</c>, <c>assistant</c>, <c>system</c>, <c>developer</c> or <c>tool</c>.</param>
/// <param name="Content">A text, or a list of parts with <c>type</c> and <c>text</c>.</param>
internal sealed record ChatBodyMessage(string Role, object Content);

/// <summary>What a streamed reply holds.</summary>
/// <param name="IncludeUsage">Whether its last part has the tokens.</param>
internal sealed record ChatBodyOptions(bool? IncludeUsage = null);
