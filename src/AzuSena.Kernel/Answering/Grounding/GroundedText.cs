using System.Text;
using AzuSena.Answers;

namespace AzuSena.Answering.Grounding;

/// <summary>Collects the groundings of an answer's sentences in progress, and the retracted parts of its text.</summary>
internal sealed class GroundedText
{
    private readonly List<(SentenceGrounding Grounding, int From, bool IsRetracted)> _sentences = [];
    private (int From, int To)? _withdrawn;

    /// <summary>Adds the sentence at the end of <paramref name="text"/>, the answer so far.</summary>
    public SentenceGrounded Add(GroundedSentence sentence, StringBuilder text)
    {
        var start = text.Length - sentence.Length;
        var grounding = new SentenceGrounding(
            sentence.Text, start, text.Length, sentence.Verdict.Support, sentence.Verdict.Score, sentence.Citations, sentence.Verdict.NotFound);
        _sentences.Add((grounding, start - sentence.Lead, sentence.IsRetracted));
        return new SentenceGrounded(grounding, sentence.IsRetracted);
    }

    /// <summary>Retracts all of <paramref name="text"/>, the answer so far, from a position on.</summary>
    public SentenceGrounded Withdraw(int from, StringBuilder text)
    {
        _sentences.Clear();
        _withdrawn = (from, text.Length);
        var said = text.ToString(from, text.Length - from);
        return new SentenceGrounded(new SentenceGrounding(said, from, text.Length, SentenceSupport.Unsupported, 0, [], []), Retracted: true);
    }

    /// <summary>Applies a model's judgement of a sentence: one that a passage states in other words is supported.</summary>
    public SentenceGrounding Judge(JudgedSentence judged)
    {
        var sentence = _sentences[judged.Index];
        if (judged.Citation is { } citation)
        {
            var others = sentence.Grounding.Citations.Where(other => other.Number != citation.Number);
            sentence.Grounding = sentence.Grounding with { Support = SentenceSupport.Supported, Citations = [citation, .. others] };
            _sentences[judged.Index] = sentence;
        }

        return sentence.Grounding;
    }

    /// <summary>The text without the retracted parts.</summary>
    public string WithoutRetracted(string text) =>
        Retracted().Reverse().Aggregate(text, (left, stretch) => left.Remove(stretch.From, stretch.To - stretch.From));

    /// <summary>The sentences of the finished answer, with their positions in it; null if none was checked.</summary>
    public IReadOnlyList<SentenceGrounding>? Kept()
    {
        var kept = new List<SentenceGrounding>();
        var retracted = Retracted().ToArray();
        foreach (var grounding in _sentences.Where(sentence => !sentence.IsRetracted).Select(sentence => sentence.Grounding))
        {
            var gone = retracted.Where(stretch => stretch.From < grounding.Start).Sum(stretch => stretch.To - stretch.From);
            kept.Add(gone == 0 ? grounding : grounding with { Start = grounding.Start - gone, End = grounding.End - gone });
        }

        return _sentences.Count == 0 ? null : kept;
    }

    // Each with the white space before it, or after it if it began the answer.
    private IEnumerable<(int From, int To)> Retracted()
    {
        var begin = _withdrawn?.To ?? 0;
        if (_withdrawn is { } withdrawn)
        {
            yield return withdrawn;
        }

        foreach (var (i, sentence) in _sentences.Index().Where(pair => pair.Item.IsRetracted))
        {
            var (from, to) = (Math.Max(begin, sentence.From), sentence.Grounding.End);
            if (from == begin)
            {
                to = i + 1 < _sentences.Count && _sentences[i + 1].From == to ? _sentences[i + 1].Grounding.Start : to;
                begin = to;
            }

            yield return (from, to);
        }
    }
}
