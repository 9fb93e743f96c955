namespace AzuSena.Answering.Generation.Contract;

/// <summary>The beginning of a reply that answers by itself: a sentence, or a list or table with what leads into it.</summary>
internal sealed class ReplyLead
{
    // "Sí." answers together with the sentence behind it.
    private const int FewWords = 3;

    private readonly List<ReplySentence> _sentences = [];
    private bool _isReopened;

    /// <summary>Its sentences.</summary>
    public IReadOnlyList<ReplySentence> Sentences => _sentences;

    /// <summary>Whether it is complete.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether it only says that the documents do not answer.</summary>
    public bool IsDecline => _sentences.Count > 0 && _sentences.TrueForAll(sentence => sentence.Finished.Marks.Count == 0) && _sentences[0].Declines;

    /// <summary>Whether it says that the documents do not answer a part of the question.</summary>
    public bool DeclinesPart => _sentences.Count > 0 && _sentences[0].Declines && !IsDecline;

    /// <summary>Adds a sentence if it belongs to the lead.</summary>
    public bool Add(ReplySentence sentence)
    {
        var belongs = _sentences.Count == 0 || Continues(sentence);
        _isReopened = false;
        if (belongs)
        {
            _sentences.Add(sentence);
        }

        return belongs;
    }

    /// <summary>Ends the lead if no following sentence can belong to it.</summary>
    public IEnumerable<AnswerPart> EndIfComplete() => _sentences[^1].IsOpen || IsShort || IsInList || _sentences[0].Declines ? [] : End();

    /// <summary>Lets the next sentence belong to it too.</summary>
    public void Reopen() => (IsOver, _isReopened) = (false, true);

    /// <summary>Ends the lead.</summary>
    public IEnumerable<AnswerPart> End()
    {
        if (IsOver || _sentences.Count == 0)
        {
            return [];
        }

        IsOver = true;
        return [new AnswerLeadEnded()];
    }

    private bool IsShort => _sentences.Sum(sentence => sentence.Words) < FewWords;

    private bool IsInList => _sentences.Exists(sentence => sentence.IsItem || sentence.IsRow);

    private bool Continues(ReplySentence sentence) => _isReopened || _sentences[^1] switch
    {
        { IsLeadIn: true } or { IsHeading: true } => true,
        { IsRow: true } => sentence.IsRow,
        _ when IsInList => sentence.IsItem || !sentence.StartsLine,
        _ => IsShort || (_sentences[0].Declines && sentence.Finished.Marks.Count > 0),
    };
}
