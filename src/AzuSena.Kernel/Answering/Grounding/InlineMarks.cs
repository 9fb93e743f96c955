using System.Text;

namespace AzuSena.Answering.Grounding;

/// <summary>Removes inline Markdown: emphasis, code and links, keeping their text.</summary>
internal static class InlineMarks
{
    private const int LongestLabel = 200;
    private const int LongestTarget = 500;

    /// <summary>The text without the markup.</summary>
    public static string Remove(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var rest = text.AsSpan(at);
            switch (rest)
            {
                case ['*', '*', ..] or ['_', '_', ..]:
                    at += 2;
                    break;
                case ['`', ..]:
                    at++;
                    break;
                case ['[', ..] when Label(rest[1..]) is > 0 and var label && Target(rest[(label + 2)..]) is > 0 and var target:
                    plain.Append(rest.Slice(1, label));
                    at += label + 2 + target;
                    break;
                default:
                    plain.Append(text[at]);
                    at++;
                    break;
            }
        }

        return plain.ToString();
    }

    // The length of the label before "]". The search is limited, so that a text of brackets takes linear time.
    private static int Label(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, LongestLabel + 1)];
        return head.IndexOfAny(']', '\n') is > 0 and var end && head[end] == ']' ? end : -1;
    }

    // The length of "(…)".
    private static int Target(ReadOnlySpan<char> text)
    {
        if (text is not ['(', ..])
        {
            return -1;
        }

        var head = text[1..Math.Min(text.Length, LongestTarget + 2)];
        return head.IndexOfAny(')', '\n') is >= 0 and var end && head[end] == ')' ? end + 2 : -1;
    }
}
