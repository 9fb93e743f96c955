using System.Text;

namespace AzuSena.Answering.Grounding;

/// <summary>The groundings of an answer's sentences while it comes about, and what is taken back of its text.</summary>
internal sealed class GroundedText
{
    private readonly List<(SentenceGrounding Grounding, int From, bool IsRetracted)> _sentences = [];

    /// <summary>Takes the sentence that <paramref name="text"/>, the answer so far, ends with.</summary>
    public SentenceGrounded Add(GroundedSentence sentence, StringBuilder text)
    {
        var start = text.Length - sentence.Length;
        var grounding = new SentenceGrounding(sentence.Text, start, text.Length, sentence.Verdict.Support, sentence.Verdict.Score, sentence.Citations, sentence.Verdict.NotFound);
        _sentences.Add((grounding, start - sentence.Lead, sentence.IsRetracted));
        return new SentenceGrounded(grounding, sentence.IsRetracted);
    }

    /// <summary>The text without what was taken back.</summary>
    public string WithoutRetracted(string text) =>
        _sentences.FindAll(sentence => sentence.IsRetracted).OrderByDescending(sentence => sentence.From).Aggregate(text, (left, sentence) => left.Remove(sentence.From, sentence.Grounding.End - sentence.From));

    /// <summary>The sentences of the finished answer, in their places there; null where none was held against anything.</summary>
    public IReadOnlyList<SentenceGrounding>? Kept()
    {
        var kept = new List<SentenceGrounding>();
        var gone = 0;
        foreach (var (grounding, from, isRetracted) in _sentences)
        {
            if (isRetracted)
            {
                gone += grounding.End - from;
            }
            else
            {
                kept.Add(grounding with { Start = grounding.Start - gone, End = grounding.End - gone });
            }
        }

        return _sentences.Count == 0 ? null : kept;
    }
}
