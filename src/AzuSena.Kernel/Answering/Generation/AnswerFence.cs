using System.Text;

namespace AzuSena.Answering.Generation;

/// <summary>
/// Unwraps a streamed answer that a model enclosed as a whole in a code fence (<c>```markdown … ```</c>): as code, it could not be checked against the
/// passages. A fence inside an answer is kept. A fence marked as Markdown is removed at once; for an unmarked one, the decision depends on what follows it.
/// </summary>
internal sealed class AnswerFence
{
    private static readonly string[] MarkdownNames = ["markdown", "md"];
    private static readonly string[] PlainNames = ["", "text", "txt", "plaintext", "plain"];

    private readonly StringBuilder _line = new();
    private readonly StringBuilder _block = new();
    private readonly StringBuilder _space = new();
    private FenceLine? _outer;
    private FenceLine? _inner;
    private State _state;
    private bool _passesLine;
    private bool _hasText;
    private bool _hasUnwrapped;

    private enum State
    {
        /// <summary>Text, or a code block in it.</summary>
        Text,

        /// <summary>Inside a fence that was removed.</summary>
        Unwrapped,

        /// <summary>Inside a fence that may have to be removed.</summary>
        Waiting,

        /// <summary>After such a fence.</summary>
        Closed,
    }

    /// <summary>Appends a piece and returns the text of the answer that is now certain.</summary>
    public string Take(string piece)
    {
        var known = new StringBuilder();
        foreach (var character in piece)
        {
            Take(character, known);
        }

        return known.ToString();
    }

    /// <summary>Ends the text and returns the text held back.</summary>
    public string End()
    {
        var known = new StringBuilder();
        TakeLine(known);
        if (_state is State.Waiting or State.Closed)
        {
            // After an introduction, a code block is more likely, unless it contains citations.
            var content = Content(_block.ToString());
            known.Append(_hasText && !Cites(content) ? _block.ToString() : content);
        }

        _block.Clear();
        return known.ToString();
    }

    private void Take(char character, StringBuilder known)
    {
        if (_state is State.Closed)
        {
            TakeBehind(character, known);
            return;
        }

        if (_passesLine)
        {
            Say(known, character);
            _passesLine = character != '\n';
            return;
        }

        _line.Append(character);
        if (character == '\n')
        {
            TakeLine(known);
        }
        else if (!FenceLine.MayBegin(_line))
        {
            Say(known, _line.ToString());
            _line.Clear();
            _passesLine = true;
        }
    }

    private void TakeBehind(char character, StringBuilder known)
    {
        _block.Append(character);
        if (!char.IsWhiteSpace(character))
        {
            // The answer continues, so the fence is part of it.
            var line = _block.Length - 1;
            while (line > 0 && _block[line - 1] != '\n')
            {
                line--;
            }

            var begun = _block.ToString(line, _block.Length - line);
            known.Append(_block, 0, line);
            _block.Clear();
            (_state, _hasText) = (State.Text, true);
            foreach (var again in begun)
            {
                Take(again, known);
            }
        }
    }

    // Handles a complete line that may be a fence, or the end of the text.
    private void TakeLine(StringBuilder known)
    {
        if (_line.Length == 0)
        {
            return;
        }

        var line = _line.ToString();
        _line.Clear();
        var fence = FenceLine.Read(line);
        if (fence is null)
        {
            Say(known, _state is State.Text && !_hasText && _inner is null ? FenceLine.WithoutInline(line) : line);
        }
        else if (_inner is { } inner)
        {
            _inner = fence.Closes(inner) ? null : inner;
            Say(known, line);
        }
        else if (_state is State.Text)
        {
            Open(fence, line, known);
        }
        else if (!fence.Closes(_outer!))
        {
            _inner = fence;
            Say(known, line);
        }
        else if (_state is State.Unwrapped)
        {
            (_state, _hasText) = (State.Text, true);
        }
        else
        {
            Say(known, line);
            _state = State.Closed;
        }
    }

    private void Open(FenceLine fence, string line, StringBuilder known)
    {
        if (MarkdownNames.Contains(fence.Info, StringComparer.OrdinalIgnoreCase))
        {
            (_state, _outer, _hasUnwrapped) = (State.Unwrapped, fence, true);
        }
        else if (PlainNames.Contains(fence.Info, StringComparer.OrdinalIgnoreCase))
        {
            (_state, _outer) = (State.Waiting, fence);
            _block.Append(line);
        }
        else
        {
            _inner = fence;
            Say(known, line);
        }
    }

    private void Say(StringBuilder known, string text)
    {
        foreach (var character in text)
        {
            Say(known, character);
        }
    }

    private void Say(StringBuilder known, char character)
    {
        if (_state is State.Waiting)
        {
            _block.Append(character);
            return;
        }

        // The line end before the closing fence is removed with it.
        if (_hasUnwrapped && char.IsWhiteSpace(character))
        {
            _space.Append(character);
            return;
        }

        known.Append(_space).Append(character);
        _space.Clear();
        _hasText |= !char.IsWhiteSpace(character);
    }

    // The block without its first line and, if it is closed, its last.
    private string Content(string block)
    {
        var content = block[(block.IndexOf('\n') + 1)..];
        if (_state is State.Closed)
        {
            content = content.TrimEnd();
            content = content[..(content.LastIndexOf('\n') + 1)];
        }

        return content.TrimEnd();
    }

    private static bool Cites(string text)
    {
        for (var open = text.IndexOf('['); open >= 0; open = text.IndexOf('[', open + 1))
        {
            if (open + 1 < text.Length && char.IsAsciiDigit(text[open + 1]))
            {
                return true;
            }
        }

        return false;
    }
}
