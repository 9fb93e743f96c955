using System.Text;
using Microsoft.Extensions.AI;

namespace AzuSena.Models.Pipeline;

/// <summary>
/// Finds <c>&lt;think&gt;…&lt;/think&gt;</c> in a text that comes in pieces: a tag may be cut anywhere, never be closed, or only be closed (some
/// templates open it in the prompt). White space before the text is dropped. What stands before a tag that is only closed is thought: where it was already
/// given as text, a <see cref="WithdrawnContent"/> takes that back.
/// </summary>
/// <param name="beginsThinking">
/// Whether a reply may begin with thoughts without a tag: its text is then held back until a tag tells what it is, or its end.
/// </param>
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

    /// <summary>Takes the next piece of text and gives what is known of it.</summary>
    public List<AIContent> Take(string piece)
    {
        _pending += piece;
        List<AIContent> known = [];
        while (Advance(known))
        {
        }

        return known;
    }

    /// <summary>The server sends thoughts apart, so text is text.</summary>
    public void Separated()
    {
        _mode = _mode is Mode.Unknown ? Mode.Text : _mode;
        _hasThoughts = true;
    }

    /// <summary>Something else than text comes in between: gives what was held back; text of which nothing is known counts as thought.</summary>
    public List<AIContent> Interrupt()
    {
        List<AIContent> rest = [];
        Emit(rest, _pending.Length, asThought: _mode is not Mode.Text);
        return rest;
    }

    /// <summary>The reply is at its end: gives what was held back.</summary>
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
