namespace AzuSena.Answering.Generation.Contract;

/// <summary>The sentences that are passed on together, or not at all: one sentence, or a list or table with what leads into it.</summary>
internal sealed class ReplyBlock
{
    private readonly List<ReplySentence> _sentences = [];

    /// <summary>Its number of words.</summary>
    public int Words => _sentences.Sum(sentence => sentence.Words);

    /// <summary>Whether it holds items or rows.</summary>
    public bool IsList => _sentences.Exists(sentence => sentence.IsItem || sentence.IsRow);

    /// <summary>Whether a sentence belongs to it.</summary>
    public bool Continues(ReplySentence sentence) => _sentences is [.., var last]
        && (last.IsLeadIn || last.IsHeading || (last.IsRow ? sentence.IsRow : IsList && (sentence.IsItem || !sentence.StartsLine)));

    /// <summary>Appends a sentence.</summary>
    public void Add(ReplySentence sentence) => _sentences.Add(sentence);

    /// <summary>Its sentences, without what leads into nothing; it is empty then.</summary>
    public IReadOnlyList<ReplySentence> Take()
    {
        IReadOnlyList<ReplySentence> sentences = _sentences is [.., { IsLeadIn: true } or { IsHeading: true }] ? [] : [.. _sentences];
        _sentences.Clear();
        return sentences;
    }

    /// <summary>Drops it.</summary>
    public void Clear() => _sentences.Clear();
}
