using System.Text;
using System.Text.RegularExpressions;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts.Checks;

/// <summary>The <c>{{…}}</c> blocks of a template: the variables and functions used, with their lines.</summary>
/// <param name="Uses">The variables and functions used.</param>
/// <param name="Problems">Invalid blocks, as (line, rule, argument).</param>
/// <param name="Outline">The template with every block replaced by a word, keeping the lines.</param>
internal sealed partial record TemplateBlocks(IReadOnlyList<TemplateUse> Uses, IReadOnlyList<(int Line, string Rule, string Text)> Problems, string Outline)
{
    private const string Opening = "{{";
    private const string Closing = "}}";
    private const char Filler = 'x';
    private static readonly KernelPromptTemplateFactory SemanticKernel = new();

    /// <summary>Finds the blocks of a template whose lines end in <c>\n</c>.</summary>
    public static TemplateBlocks Find(string template)
    {
        var uses = new List<TemplateUse>();
        var problems = new List<(int, string, string)>();
        var outline = new StringBuilder();
        var (at, line) = (0, 1);
        while (at < template.Length)
        {
            var start = template.IndexOf(Opening, at, StringComparison.Ordinal);
            var text = template[at..(start < 0 ? template.Length : start)];
            problems.AddRange(StrayBraces(text, line));
            outline.Append(text);
            line += text.Count(c => c == '\n');
            if (start < 0)
            {
                break;
            }

            var end = EndOf(template, start);
            if (end < 0)
            {
                problems.Add((line, "block_unclosed", FirstLine(template[start..])));
                outline.Append(template, start, template.Length - start).Replace('{', Filler);
                break;
            }

            var block = template[start..end];
            Read(block, line, uses, problems);
            outline.Append(Filler).Append('\n', block.Count(c => c == '\n'));
            line += block.Count(c => c == '\n');
            at = end;
        }

        return new TemplateBlocks(uses, problems, outline.ToString());
    }

    private static void Read(string block, int line, List<TemplateUse> uses, List<(int Line, string Rule, string Text)> problems)
    {
        if (!IsAccepted(block))
        {
            problems.Add((line, "block_invalid", FirstLine(block)));
            return;
        }

        var code = Quoted().Replace(block[Opening.Length..^Closing.Length], "''").Trim();
        if (code.Length == 0)
        {
            problems.Add((line, "block_invalid", block));
            return;
        }

        uses.AddRange(Variable().Matches(code).Select(match => new TemplateUse(match.Groups["name"].Value, line, IsFunction: false)));
        if (code[0] is not ('$' or '\''))
        {
            uses.Add(new TemplateUse(code.Split((char[]?)null, 2)[0], line, IsFunction: true));
        }
    }

    // Semantic Kernel itself decides whether a block is valid; for a whole template it reports no line.
    private static bool IsAccepted(string block)
    {
        try
        {
            SemanticKernel.Create(new PromptTemplateConfig(block));
            return true;
        }
        catch (Exception exception) when (exception is KernelException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The position after the block's closing braces, ignoring those within quotes; -1 if there are none.</summary>
    private static int EndOf(string template, int start)
    {
        var quote = '\0';
        for (var i = start + Opening.Length; i < template.Length; i++)
        {
            if (quote != '\0')
            {
                if (template[i] == '\\')
                {
                    i++;
                }
                else if (template[i] == quote)
                {
                    quote = '\0';
                }
            }
            else if (template[i] is '\'' or '"')
            {
                quote = template[i];
            }
            else if (template.AsSpan(i).StartsWith(Closing, StringComparison.Ordinal))
            {
                return i + Closing.Length;
            }
        }

        return -1;
    }

    private static IEnumerable<(int Line, string Rule, string Text)> StrayBraces(string text, int firstLine) =>
        StrayBrace().Matches(text).Select(match => (firstLine + text.AsSpan(0, match.Index).Count('\n'), "braces_single", match.Value));

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();

    [GeneratedRegex(@"'(\\.|[^'\\])*'|""(\\.|[^""\\])*""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\$(?<name>[A-Za-z0-9_]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    // Typical results of a forgotten brace: {$question}, {question}}, or a closing pair alone.
    [GeneratedRegex(@"\{\s*\$?\w+\s*\}{1,2}|\}\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex StrayBrace();
}

/// <summary>A variable or function that a template uses.</summary>
/// <param name="Name">The variable, or the function as <c>plugin.function</c>.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="IsFunction">Whether it is a function.</param>
internal sealed record TemplateUse(string Name, int Line, bool IsFunction);
