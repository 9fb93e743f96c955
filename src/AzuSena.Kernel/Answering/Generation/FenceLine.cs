using System.Text;

namespace AzuSena.Answering.Generation;

/// <summary>A line that opens or closes a Markdown code block.</summary>
/// <param name="Character">The fence character, a backtick or tilde.</param>
/// <param name="Length">The number of fence characters.</param>
/// <param name="Info">The info string; empty if there is none.</param>
internal sealed record FenceLine(char Character, int Length, string Info)
{
    private const int MinLength = 3;
    private const int MaxIndent = 3;

    /// <summary>Parses a line; null if it is not a fence.</summary>
    public static FenceLine? Read(string line)
    {
        var text = line.AsSpan().Trim();
        var indent = line.Length - line.AsSpan().TrimStart(' ').Length;
        if (text.Length < MinLength || indent > MaxIndent || text[0] is not ('`' or '~'))
        {
            return null;
        }

        var length = text.IndexOfAnyExcept(text[0]);
        length = length < 0 ? text.Length : length;
        var info = text[length..].Trim();
        return length < MinLength || info.ContainsAny('`', ' ') ? null : new FenceLine(text[0], length, info.ToString());
    }

    /// <summary>Whether a line with this beginning may be a fence.</summary>
    public static bool MayBegin(StringBuilder line)
    {
        var at = 0;
        while (at < line.Length && line[at] == ' ')
        {
            at++;
        }

        if (at == line.Length)
        {
            return at <= MaxIndent;
        }

        var run = 0;
        while (at + run < line.Length && line[at + run] == line[at])
        {
            run++;
        }

        return at <= MaxIndent && line[at] is '`' or '~' && (run >= MinLength || at + run == line.Length);
    }

    /// <summary>The line without backticks that enclose all of it.</summary>
    public static string WithoutInline(string line)
    {
        var text = line.Trim();
        const string Mark = "```";
        if (text.Length <= 2 * Mark.Length || !text.StartsWith(Mark, StringComparison.Ordinal) || !text.EndsWith(Mark, StringComparison.Ordinal))
        {
            return line;
        }

        var inside = text.Trim('`');
        return inside.StartsWith("markdown ", StringComparison.OrdinalIgnoreCase) ? inside["markdown ".Length..] : inside;
    }

    /// <summary>Whether it closes an opening fence.</summary>
    public bool Closes(FenceLine opening) => Info.Length == 0 && Character == opening.Character && Length >= opening.Length;
}
