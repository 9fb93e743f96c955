using System.Text;
using Microsoft.Extensions.AI;

namespace AzuSena.Models.Pipeline;

/// <summary>
/// Finds <c>&lt;think&gt;…&lt;/think&gt;</c> in a streamed text: a tag may be split anywhere, never be closed, or only be closed (some templates open it in the
/// prompt). White space before the text is dropped. The text before a tag that is only closed is reasoning: if it was already returned as text, a
/// <see cref="WithdrawnContent"/> withdraws it.
/// </summary>
/// <param name="beginsThinking">Whether a reply may begin with reasoning without a tag: its text is then held back until a tag or the end of the reply.</param>
internal sealed class ThinkTags(bool beginsThinking)
{
    private const string Open = "<think>";
    private const string Close = "</think>";

    private readonly StringBuilder _before = new();
    private Mode _mode = beginsThinking ? Mode.Unknown : Mode.Text;
    private string _pending = "";
    private bool _trim = true;
    private bool _hasThoughts;

    private enum Mode
    {
        Unknown,
        Text,
        Thought,
    }

    /// <summary>Whether the reply closed a tag that it had not opened.</summary>
    public bool OnlyCloses { get; private set; }

    /// <summary>Processes the next piece of text and returns the parts whose kind is known.</summary>
    public List<AIContent> Take(string piece)
    {
        _pending += piece;
        List<AIContent> known = [];
        while (Advance(known))
        {
        }

        return known;
    }

    /// <summary>The server sends reasoning separately, so text is text.</summary>
    public void Separated()
    {
        _mode = _mode is Mode.Unknown ? Mode.Text : _mode;
        _hasThoughts = true;
    }

    /// <summary>Returns the text held back before content that is not text; text of unknown kind counts as reasoning.</summary>
    public List<AIContent> Interrupt()
    {
        List<AIContent> rest = [];
        Emit(rest, _pending.Length, asThought: _mode is not Mode.Text);
        return rest;
    }

    /// <summary>Returns the text held back, at the end of the reply.</summary>
    public List<AIContent> End()
    {
        List<AIContent> rest = [];
        Emit(rest, _pending.Length, asThought: _mode is Mode.Thought);
        return rest;
    }

    private bool Advance(List<AIContent> known)
    {
        var open = _mode is Mode.Thought ? -1 : _pending.IndexOf(Open, StringComparison.OrdinalIgnoreCase);
        var close = _pending.IndexOf(Close, StringComparison.OrdinalIgnoreCase);
        if (close >= 0 && (open < 0 || close < open))
        {
            OnlyCloses |= !_hasThoughts;
            if (_mode is Mode.Text && !_hasThoughts)
            {
                Withdraw(known, close);
            }
            else
            {
                Emit(known, close, asThought: _mode is not Mode.Text);
            }

            Switch(Close, Mode.Text);
            _trim = true;
            return true;
        }

        if (open >= 0)
        {
            Emit(known, open, asThought: false);
            Switch(Open, Mode.Thought);
            return true;
        }

        if (_mode is not Mode.Unknown)
        {
            Emit(known, _pending.Length - TagBegun(), asThought: _mode is Mode.Thought);
        }

        return false;
    }

    private void Switch(string tag, Mode mode)
    {
        _pending = _pending[tag.Length..];
        _mode = mode;
        _hasThoughts = true;
    }

    private void Withdraw(List<AIContent> known, int length)
    {
        var thought = _before.Append(_pending.AsSpan(0, length)).ToString();
        _pending = _pending[length..];
        if (!_trim)
        {
            known.Add(new WithdrawnContent());
        }

        if (thought.Length > 0)
        {
            known.Add(new TextReasoningContent(thought));
        }
    }

    private void Emit(List<AIContent> known, int length, bool asThought)
    {
        var text = _pending[..length];
        _pending = _pending[length..];
        _before.Append(_hasThoughts ? "" : text);
        if (_trim && !asThought)
        {
            text = text.TrimStart();
            _trim = text.Length == 0;
        }

        if (text.Length > 0)
        {
            known.Add(asThought ? new TextReasoningContent(text) : new TextContent(text));
        }
    }

    // Length of the end of the pending text that may be the beginning of a tag.
    private int TagBegun()
    {
        var start = _pending.LastIndexOf('<');
        return start >= 0 && (Begins(Open) || Begins(Close)) ? _pending.Length - start : 0;

        bool Begins(string tag) => tag.AsSpan().StartsWith(_pending.AsSpan(start), StringComparison.OrdinalIgnoreCase);
    }
}
