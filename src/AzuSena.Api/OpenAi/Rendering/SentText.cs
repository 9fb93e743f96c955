using System.Text;
using AzuSena.Answering.Grounding;
using AzuSena.Answers;
using AzuSena.Resources;

namespace AzuSena.Api.OpenAi.Rendering;

/// <summary>
/// The text of an answer for clients that can only append: what is sent stays sent. Where unsupported sentences are retracted, a sentence is sent once it has
/// been checked; everywhere else each token is sent as it comes. If all that was sent is withdrawn, the client is told so and the answer follows.
/// </summary>
/// <param name="policy">What becomes of a sentence that the passages do not support.</param>
internal sealed class SentText(UnsupportedPolicy policy)
{
    private static readonly ResourceTexts Texts = new(typeof(SentText));

    private readonly StringBuilder _sent = new();
    private readonly StringBuilder _held = new();
    private int _at;

    /// <summary>All that was sent.</summary>
    public string Text => _sent.ToString();

    /// <summary>Where the answer begins in it: after what was withdrawn.</summary>
    public int Start { get; private set; }

    /// <summary>The text to send because of an event; empty if there is none.</summary>
    public string Take(AnswerEvent step)
    {
        switch (step)
        {
            case AnswerToken token:
                _held.Append(token.Text);
                return policy is UnsupportedPolicy.Retract ? "" : Send(_held.Length);
            case SentenceGrounded { Retracted: true, Grounding: { Start: var start, End: var end } }:
                return start >= _at ? Drop(start, end) : Withdraw(end);
            case SentenceGrounded { Grounding.End: var end } when end > _at:
                return Send(Math.Min(_held.Length, end - _at));
            default:
                return "";
        }
    }

    /// <summary>The rest, once the answer is complete.</summary>
    public string End() => Send(_held.Length);

    private string Send(int length)
    {
        var text = _held.ToString(0, length);
        _held.Remove(0, length);
        _at += length;
        _sent.Append(text);
        return text;
    }

    // With the white space before the sentence.
    private string Drop(int start, int end)
    {
        var before = _held.ToString(0, Math.Min(_held.Length, start - _at));
        _held.Remove(0, Math.Min(_held.Length, end - _at));
        _at = end;
        if (string.IsNullOrWhiteSpace(before))
        {
            return "";
        }

        _sent.Append(before);
        return before;
    }

    private string Withdraw(int end)
    {
        _held.Clear();
        _at = end;
        var remark = $"\n\n{Texts.Get("Withdrawn")}\n\n";
        _sent.Append(remark);
        Start = _sent.Length;
        return remark;
    }
}
