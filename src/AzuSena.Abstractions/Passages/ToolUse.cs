namespace AzuSena.Passages;

/// <summary>The call of a tool that a text is the result of.</summary>
/// <param name="Name">The tool's name as events have it: <c>calendar_is_holiday</c>.</param>
/// <param name="Title">Its name for people: <c>Calendario</c>.</param>
/// <param name="Asked">Its inputs as people read them: <c>25 de diciembre de 2026</c>; empty if it has none.</param>
public sealed record ToolUse(string Name, string Title, string Asked)
{
    /// <summary>The beginning of the ids of results, which no passage of a document has.</summary>
    public const string Scheme = "tool:";
}
