using System.Text.RegularExpressions;
using AzuSena.Passages;
using AzuSena.Prompts.Budget;
using AzuSena.Prompts.Rendering;
using AzuSena.Spanish;

namespace AzuSena.Prompts;

/// <summary>
/// Text that is safe to insert into a prompt as data: passages, questions, history, results of tools. Nothing in it can be interpreted as the prompt's own
/// structure. Only the methods here create instances, so the type guarantees it.
/// </summary>
/// <remarks>
/// The changes are visible and small: control tokens of models lose their brackets (<c>‹|im_start|›</c>, <c>(INST)</c>), numbers in square brackets get round
/// ones, since square ones are citations, a role at the start of a line is quoted (<c>«system»:</c>), heading marks and invisible characters are removed. Tags
/// and <c>{{…}}</c> need no change: Semantic Kernel encodes the former and never parses data for the latter.
/// </remarks>
public sealed partial class InertText
{
    private InertText(string value) => Value = value;

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>Makes any text inert. Idempotent.</summary>
    public static InertText Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new InertText("");
        }

        // Headings first: removing a mark between two brackets may create a token.
        var clean = HeadingMark().Replace(VisibleText.Of(text), "");
        clean = WithoutAngles(clean.Replace('＜', '<').Replace('＞', '>'));
        clean = BracketToken().Replace(clean, "(${inside})");
        clean = Citation().Replace(clean, "(${inside})");
        clean = RoleLabel().Replace(clean, "${mark}«${role}»:");
        return new InertText(clean.Trim());
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>The same, on one line.</summary>
    internal static string LineOf(string? text) => WhiteSpace.Collapse(Of(text).Value);

    /// <summary>A passage with its number: <c>[1] Title › Heading (page 3)</c>, then its text.</summary>
    internal static (string Header, string Body) OfPassage(int number, Passage passage)
    {
        var place = LineOf(string.Join(" › ", passage.HeadingPath.Prepend(passage.Document.Title)));
        var locator = passage.Locator?.Text is { Length: > 0 } known ? $" ({LineOf(known)})" : "";
        var lines = passage.Text.Split('\n').Select(line => PassageText.IsHeading(line) ? $"**{line[PassageText.HeadingMark.Length..].Trim()}**" : line);
        return ($"[{number}] {place}{locator}", BlankLines().Replace(Of(string.Join('\n', lines)).Value, "\n"));
    }

    /// <summary>
    /// A turn of the conversation, question and answer on one line each; citation numbers are removed, since they referred to other passages.
    /// </summary>
    internal static string OfTurn(HistoryTurn turn) =>
        $"{PromptWords.Person}: {LineOf(turn.Question)}\n{PromptWords.Assistant}: {LineOf(AnsweredCitation().Replace(turn.Answer, ""))}";

    /// <summary>Text composed of inert parts.</summary>
    internal static InertText FromParts(string value) => new(value);

    // Anything that could start a tag or a token: <b, </s, <|im, <｜User, <<SYS, <0x0A, <!--; and anything that could end one.
    private static string WithoutAngles(string text) => text.AsSpan().ContainsAny('<', '>')
        ? string.Create(text.Length, text, static (clean, text) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                var isMark = text[i] switch { '<' => MayOpen(text, i + 1), '>' => i > 0 && MayClose(clean[i - 1]), _ => false };
                clean[i] = !isMark ? text[i] : text[i] == '<' ? '‹' : '›';
            }
        })
        : text;

    private static bool MayOpen(string text, int at) => at < text.Length
        && (char.IsLetter(text[at]) || text[at] is '/' or '|' or '｜' or '!' or '?' or '<' or '_' or '▁' || text.AsSpan(at) is ['0', 'x', ..]);

    private static bool MayClose(char before) =>
        char.IsLetter(before) || char.IsNumber(before) || before is '/' or '|' or '｜' or '"' or '\'' or '_' or '▁' or '?' or '-';

    [GeneratedRegex(
        @"[\[［]\s*(?<inside>/?\s*(INST|SYS|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|ARGS|CALL_ID|THINK|IMG|IMG_BREAK|IMG_END"
        + @"|PREFIX|MIDDLE|SUFFIX|AUDIO|BEGIN_AUDIO|gMASK|CONTROL_\d+|MODEL_SETTINGS))\s*[\]］]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex BracketToken();

    [GeneratedRegex(@"[\[［【]\s*(?<inside>\d[\d\s,;–-]*)[\]］】]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Citation();

    [GeneratedRegex(@"^([ \t]*#)+[ \t]*", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex HeadingMark();

    [GeneratedRegex(
        @"^(?<mark>[ \t>*_-]*)(?<role>system|sistema|developer|user|usuario|usuaria|human|humano|persona|assistant|asistente|azusena|bot|model|tool"
        + @"|instructions?|instrucci[oó]n(es)?|response|respuesta|pregunta|pasajes|reglas|conversaci[oó]n anterior)[ \t*_]*[:：]",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex RoleLabel();

    [GeneratedRegex(@"\s*\[\d+\]", RegexOptions.NonBacktracking)]
    private static partial Regex AnsweredCitation();

    [GeneratedRegex(@"\n{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex BlankLines();
}
