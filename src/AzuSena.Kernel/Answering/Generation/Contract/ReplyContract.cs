using System.Text;
using AzuSena.Answering.Grounding;

namespace AzuSena.Answering.Generation.Contract;

/// <summary>
/// Holds a model's reply to what an answer is: first what answers, then only what changes it, within a number of words. The first sentence is passed on as it
/// is written, the others once they are complete, a list as a whole. What is said twice, chatter and what exceeds the length is not passed on.
/// </summary>
/// <param name="maxWords">The words after which nothing more is begun; what answers is never cut.</param>
internal sealed class ReplyContract(int maxWords)
{
    private readonly SentenceStream _sentences = new();
    private readonly RepetitionWatch _repetition = new();
    private readonly StringBuilder _unsaid = new();
    private readonly ReplyBlock _block = new();
    private readonly ReplyLead _lead = new();
    private bool _streams;
    private bool _hasShown;
    private bool _isCutOff;
    private int _words;

    /// <summary>Whether nothing that the model still writes is wanted.</summary>
    public bool IsOver { get; private set; }

    /// <summary>What the model said is missing; null if it named nothing.</summary>
    public string? Missing { get; private set; }

    /// <summary>The sentences that answer.</summary>
    public IReadOnlyList<ReplySentence> Lead => _lead.Sentences;

    /// <summary>All that was passed on.</summary>
    public StringBuilder Text { get; } = new();

    /// <summary>The passages that were cited.</summary>
    public HashSet<int> Cited { get; } = [];

    /// <summary>Whether the model declined: the documents do not answer the question.</summary>
    public bool IsDeclined => _lead.IsDecline || (_lead.Sentences.Count == 0 && Missing is not null);

    /// <summary>Whether a part of the question is not answered.</summary>
    public bool IsPartial => Missing is not null || _lead.DeclinesPart;

    /// <summary>Takes a part of the reply.</summary>
    /// <exception cref="UnusableReplyException">The reply cannot be an answer; what was passed on has been withdrawn.</exception>
    public IEnumerable<AnswerPart> Take(AnswerPart part)
    {
        switch (part)
        {
            case AnswerPiece piece:
                return Guarded(Write(piece.Text));
            case AnswerMark mark:
                _sentences.Mark(mark.Numbers);
                return [];
            case AnswerCutOff:
                _isCutOff = true;
                return [];
            case AnswerNotice { Event: Answers.ToolCalled }:
                // What it says before it calls a tool does not answer yet.
                return Guarded(Interrupt(part));
            default:
                return [part];
        }
    }

    /// <summary>Ends the reply.</summary>
    /// <inheritdoc cref="Take"/>
    public IEnumerable<AnswerPart> End() => Guarded(Close());

    private IEnumerable<AnswerPart> Interrupt(AnswerPart by)
    {
        foreach (var part in Finish(_sentences.End()).Concat(Flush()))
        {
            yield return part;
        }

        _lead.Reopen();
        yield return by;
    }

    private IEnumerable<AnswerPart> Close()
    {
        // Behind the lead, a sentence or list that the limit of tokens broke off is left out.
        IsOver |= _isCutOff && _lead.IsOver;
        var last = IsOver ? [] : Finish(_sentences.End());
        foreach (var part in last.Concat(IsOver ? [] : Flush()).Concat(_lead.End()))
        {
            yield return part;
        }

        IsOver = true;
        if (_lead.Sentences.Count == 0 && Missing is null)
        {
            throw new UnusableReplyException("The model wrote nothing about the question.");
        }
    }

    private IEnumerable<AnswerPart> Write(string text)
    {
        foreach (var letter in text)
        {
            var shown = _sentences.Take(letter, out var finished);
            foreach (var part in Finish(finished))
            {
                yield return part;
            }

            _repetition.Take(letter);
            if (_repetition.IsLooping)
            {
                foreach (var part in Stop(Flush()))
                {
                    yield return part;
                }
            }

            if (IsOver)
            {
                yield break;
            }

            _unsaid.Append(shown);
        }

        _streams |= _lead.Sentences.Count == 0 && _unsaid.Length > 0 && ReplyOpening.MayShow(_unsaid.ToString());
        if (_streams && _unsaid.Length > 0)
        {
            yield return new AnswerPiece(Said());
        }
    }

    private IEnumerable<AnswerPart> Finish(FinishedSentence? finished)
    {
        if (finished is null)
        {
            return [];
        }

        var sentence = new ReplySentence(finished, _unsaid.ToString());
        _unsaid.Clear();
        _streams = false;
        if (MissingPart.Read(sentence.Text) is { } missing)
        {
            Missing = missing.Length > 0 ? missing : Missing;
            return [];
        }

        if (_repetition.IsRepeated(sentence.Text))
        {
            return Stop(Flush());
        }

        return _lead.IsOver ? After(sentence) : Before(sentence);
    }

    private IEnumerable<AnswerPart> Before(ReplySentence sentence)
    {
        if (_lead.Sentences.Count == 0)
        {
            ReplyOpening.Check(sentence);
            if (!_hasShown && (ContractWords.IsChatter(sentence.Text) || sentence.IsHeading))
            {
                return [];
            }
        }

        return _lead.Add(sentence) ? Pass(sentence).Concat(_lead.EndIfComplete()) : _lead.End().Concat(After(sentence));
    }

    private IEnumerable<AnswerPart> After(ReplySentence sentence)
    {
        if (_lead.IsDecline)
        {
            return [];
        }

        var before = _block.Continues(sentence) ? [] : Flush();
        if (IsOver)
        {
            return before;
        }

        if (ContractWords.IsForeign(sentence.Text))
        {
            return Stop(before);
        }

        if (!sentence.Text.EndsWith('?') && !ContractWords.IsChatter(sentence.Text))
        {
            _block.Add(sentence);
        }

        if (_words + _block.Words > maxWords)
        {
            return Stop(before);
        }

        return sentence.IsOpen || _block.IsList ? before : before.Concat(Flush());
    }

    private List<AnswerPart> Flush() => [.. _block.Take().SelectMany(Pass)];

    private List<AnswerPart> Pass(ReplySentence sentence)
    {
        sentence = _hasShown ? sentence : sentence with { Unsaid = sentence.Unsaid.TrimStart() };
        _words += sentence.Words;
        _hasShown = true;
        Cited.UnionWith(sentence.Finished.Marks);
        List<AnswerPart> parts = [.. sentence.Parts(), new AnswerSentenceEnded()];
        parts.ForEach(part => Text.Append((part as AnswerPiece)?.Text));
        return parts;
    }

    private string Said()
    {
        var said = _hasShown ? _unsaid.ToString() : _unsaid.ToString().TrimStart();
        _unsaid.Clear();
        _hasShown = true;
        Text.Append(said);
        return said;
    }

    // Before anything answers, the reply is of no use; after it, what was passed on is the answer.
    private IEnumerable<AnswerPart> Stop(IEnumerable<AnswerPart> last)
    {
        _unsaid.Clear();
        _block.Clear();
        IsOver = true;
        if (_lead.Sentences.Count == 0)
        {
            throw new UnusableReplyException("The model repeats itself.");
        }

        return last;
    }

    private IEnumerable<AnswerPart> Guarded(IEnumerable<AnswerPart> parts)
    {
        using var steps = parts.GetEnumerator();
        while (true)
        {
            UnusableReplyException? unusable = null;
            try
            {
                if (!steps.MoveNext())
                {
                    yield break;
                }
            }
            catch (UnusableReplyException exception)
            {
                unusable = exception;
            }

            if (unusable is null)
            {
                yield return steps.Current;
                continue;
            }

            if (_hasShown)
            {
                yield return new AnswerWithdrawn();
            }

            throw unusable;
        }
    }
}
