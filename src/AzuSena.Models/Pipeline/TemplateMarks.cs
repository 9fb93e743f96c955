using System.Buffers;
using System.Text;

namespace AzuSena.Models.Pipeline;

/// <summary>
/// Removes the marks of chat templates from a streamed text, and the text of other roles' turns between them. The reply ends with the end of its turn or with
/// the turn of another role. Only text that may become a mark is held back.
/// </summary>
internal sealed class TemplateMarks
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("<[");
    private static readonly string[] OwnRoles = ["", "assistant", "model", "final"];

    private string _pending = "";
    private string _role = "";
    private bool _readsRole;
    private bool _isOthers;
    private bool _hasText;
    private bool _isStruckOut;

    /// <summary>Whether the reply has ended, regardless of further text.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Processes the next piece and returns the text known to belong to the reply.</summary>
    public string Take(string piece) => Read(piece, isLast: false);

    /// <summary>Returns the text held back, at the end of the reply or before content that is not text.</summary>
    public string End() => Read("", isLast: true);

    private string Read(string piece, bool isLast)
    {
        var text = _pending + piece;
        _pending = "";
        var known = new StringBuilder();
        for (var at = 0; at < text.Length && !IsEnded;)
        {
            at = ReadRole(text, at);
            var next = text.AsSpan(at).IndexOfAny(Starts);
            Say(known, next < 0 ? text.AsSpan(at) : text.AsSpan(at, next));
            if (next < 0)
            {
                break;
            }

            at += next;
            var rest = text.AsSpan(at);
            if (Find(rest) is { } mark)
            {
                Meet(mark.Meaning);
                at += mark.Text.Length;
            }
            else if (!isLast && MayBecomeMark(rest))
            {
                _pending = text[at..];
                break;
            }
            else
            {
                Say(known, rest[..1]);
                at++;
            }
        }

        return known.ToString();
    }

    // The role is the word directly after the mark; the rest of its line is removed too.
    private int ReadRole(string text, int at)
    {
        while (_readsRole && at < text.Length)
        {
            if (char.IsAsciiLetter(text[at]))
            {
                _role += text[at++];
                continue;
            }

            _readsRole = false;
            Begin(isOthers: !OwnRoles.Contains(_role, StringComparer.OrdinalIgnoreCase));
            at += text[at] == '\n' ? 1 : 0;
        }

        return at;
    }

    private void Meet(TurnMark meaning)
    {
        switch (meaning)
        {
            case TurnMark.Begin:
                _isStruckOut = _hasText;
                break;
            case TurnMark.End when _isStruckOut:
                _isStruckOut = false;
                break;
            case TurnMark.End:
                IsEnded = _hasText;
                _isOthers = false;
                break;
            case TurnMark.Role:
                (_readsRole, _role) = (true, "");
                break;
            case TurnMark.Answer:
                _isOthers = false;
                break;
            case TurnMark.Other:
                Begin(isOthers: true);
                break;
            case TurnMark.ToolCall:
                _isOthers = true;
                break;
        }
    }

    private void Begin(bool isOthers)
    {
        IsEnded = isOthers && _hasText;
        _isOthers = isOthers;
    }

    private void Say(StringBuilder known, ReadOnlySpan<char> text)
    {
        if (!_isOthers)
        {
            known.Append(text);
            _hasText |= !text.IsWhiteSpace();
        }
    }

    private static TemplateMark? Find(ReadOnlySpan<char> text)
    {
        foreach (var mark in TemplateMark.All)
        {
            if (text.StartsWith(mark.Text, StringComparison.Ordinal))
            {
                return mark;
            }
        }

        return null;
    }

    private static bool MayBecomeMark(ReadOnlySpan<char> text)
    {
        foreach (var mark in TemplateMark.All)
        {
            if (mark.Text.AsSpan().StartsWith(text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
