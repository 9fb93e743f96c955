using AzuSena.Answers;
using AzuSena.Resources;

namespace AzuSena.Api.OpenAi.Rendering;

/// <summary>The sources of an answer as Markdown, for programs that show the text alone: a line with a link for each number.</summary>
internal static class SourceList
{
    private static readonly ResourceTexts Texts = new(typeof(SentText));

    /// <summary>The list, to be put behind the text; empty without citations.</summary>
    public static string Of(Answer answer, PassageAddress passages)
    {
        var lines = answer.Citations.DistinctBy(citation => citation.Number).OrderBy(citation => citation.Number)
            .Select(citation => $"\n- [{citation.Number}] [{Escaped(citation)}]({passages.Of(citation.PassageId)})");
        return answer.Citations.Count == 0 ? "" : $"\n\n**{Texts.Get("Sources")}**\n{string.Concat(lines)}";
    }

    private static string Escaped(Citation citation) => citation.Title.Replace("\\", @"\\").Replace("[", @"\[").Replace("]", @"\]");
}
