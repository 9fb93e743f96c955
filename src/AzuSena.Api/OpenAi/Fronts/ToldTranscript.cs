using System.Text.RegularExpressions;

namespace AzuSena.Api.OpenAi.Fronts;

/// <summary>A conversation that stands as text inside a message: lines that begin with who speaks, such as <c>USER:</c> and <c>AI:</c>.</summary>
internal static partial class ToldTranscript
{
    /// <summary>What the person says in it, in order.</summary>
    public static IReadOnlyList<string> QuestionsIn(string text)
    {
        var turns = Speaker().Matches(text);
        return
        [
            .. turns.Select((turn, i) => (Turn: turn, End: i + 1 < turns.Count ? turns[i + 1].Index : text.Length))
                .Where(said => said.Turn.Groups["person"].Success)
                .Select(said => text[(said.Turn.Index + said.Turn.Length)..said.End].Trim())
                .Where(said => said.Length > 0),
        ];
    }

    /// <summary>Where the first line of an exchange begins: somebody asks, and is answered below. Null if there is none.</summary>
    public static int? StartIn(string text)
    {
        var turns = Speaker().Matches(text);
        return turns.FirstOrDefault(turn => turn.Groups["person"].Success) is { } first
            && turns.Any(turn => turn.Index > first.Index && turn.Groups["assistant"].Success) ? first.Index : null;
    }

    [GeneratedRegex(
        @"^[ \t]*((?<person>user|human|usuario|persona)|(?<assistant>ai|assistant|asistente|bot)|system|tool)[ \t]*:",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Speaker();
}
