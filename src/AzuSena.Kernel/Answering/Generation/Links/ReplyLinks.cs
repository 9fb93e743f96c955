using System.Text;
using AzuSena.Prompts.Links;

namespace AzuSena.Answering.Generation.Links;

/// <summary>
/// Puts the passages' addresses in the place of their placeholders in a streamed text, and removes every other address: the text of a removed link stays, an
/// address without one leaves a remark. Only a word or link that is not complete yet is held back.
/// </summary>
/// <param name="links">The addresses of the passages.</param>
internal sealed class ReplyLinks(PassageLinks links)
{
    private const int LongestLabel = 200;
    private const int LongestTarget = 500;
    private static readonly string Removed = AnswerTexts.Get("LinkRemoved");

    private string _held = "";

    /// <summary>Appends a piece and returns what is now certain.</summary>
    public string Take(string piece) => Read(piece, isLast: false);

    /// <summary>Ends the text and returns the text held back.</summary>
    public string End() => Read("", isLast: true);

    private string Read(string piece, bool isLast)
    {
        var text = _held + piece;
        var known = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            var length = text[at] == '[' ? Bracket(text.AsSpan(at), isLast, known) : Word(text.AsSpan(at), isLast, known);
            if (length == 0)
            {
                break;
            }

            at += length;
        }

        _held = text[at..];
        return known.ToString();
    }

    // The length of what was read; 0 while it is incomplete.
    private int Word(ReadOnlySpan<char> text, bool isLast, StringBuilder known)
    {
        var length = text.IndexOfAny(LinkWords.Delimiters);
        if (length < 0 && !isLast && text.Length < LongestTarget)
        {
            return 0;
        }

        length = length < 0 ? text.Length : length;
        var address = LinkWords.Length(text[..length]);
        known.Append(address > 0 ? Shown(text[..address].ToString()) : "").Append(text[address..length]);
        if (length < text.Length && text[length] != '[')
        {
            known.Append(text[length]);
            length++;
        }

        return Math.Max(length, 0);
    }

    private int Bracket(ReadOnlySpan<char> text, bool isLast, StringBuilder known)
    {
        var end = text[..Math.Min(text.Length, LongestLabel)].IndexOfAny(']', '\n');
        if (end < 0 ? !isLast && text.Length < LongestLabel : end + 1 == text.Length && !isLast && text[end] == ']')
        {
            return 0;
        }

        if (end <= 0 || text[end] != ']')
        {
            known.Append('[');
            return 1;
        }

        var label = text[1..end];
        var behind = text[(end + 1)..];
        if (behind is not ['(', ..])
        {
            return Unlinked(label, known);
        }

        var close = behind[..Math.Min(behind.Length, LongestTarget)].IndexOfAny(')', '\n');
        if (close < 0 && !isLast && behind.Length < LongestTarget)
        {
            return 0;
        }

        if (close < 0 || behind[close] != ')')
        {
            return Unlinked(label, known);
        }

        Link(label, behind[1..close], known);
        return end + 1 + close + 1;
    }

    // Brackets without a target: a placeholder, or text such as a citation.
    private int Unlinked(ReadOnlySpan<char> label, StringBuilder known)
    {
        if (links.Resolve(label) is not { } address)
        {
            known.Append('[');
            return 1;
        }

        known.Append(address.Length > 0 ? address : Removed);
        return label.Length + 2;
    }

    private void Link(ReadOnlySpan<char> label, ReadOnlySpan<char> target, StringBuilder known)
    {
        if (label.Length > 0 && !label.ContainsAnyExceptInRange('0', '9') || label is ['^', ..] || target is ['#', ..])
        {
            // A citation with its address.
            known.Append('[').Append(label).Append("](").Append(target).Append(')');
            return;
        }

        var text = links.Resolve(label) ?? label.ToString();
        var placeholder = target.Trim("[] ");
        var address = links.Resolve(placeholder) ?? (links.Knows(placeholder.ToString()) ? placeholder.ToString() : "");
        if (address.Length > 0 && LinkWords.Length(text) == 0)
        {
            known.Append('[').Append(text).Append("](").Append(Absolute(address)).Append(')');
        }
        else
        {
            known.Append(LinkWords.Length(text) > 0 ? Shown(text) : text);
        }
    }

    private string Shown(string address) => links.Knows(address) ? address : Removed;

    private static string Absolute(string address) =>
        address.Contains("://", StringComparison.Ordinal) || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
        ? address
        : LinkWords.IsMail(address) ? $"mailto:{address}"
        : $"https://{address}";
}
