using System.Runtime.CompilerServices;
using AzuSena.Answering.Grounding.Judging;
using AzuSena.Answers;
using AzuSena.Languages;
using AzuSena.Passages;

namespace AzuSena.Answering.Grounding;

/// <summary>
/// Processes a composer's output for the reader: checks each sentence against the passages as soon as it is complete, corrects its citations, and applies the
/// policy for unsupported sentences.
/// </summary>
/// <param name="hits">The passages found, which a composer cites by their order unless it announces others.</param>
/// <param name="policy">How unsupported sentences are handled.</param>
/// <param name="judge">The judge asked at the end about sentences with too little word overlap; null if disabled.</param>
/// <param name="key">The key that selects a variant of the judge's prompt.</param>
/// <param name="language">The language of an abstention.</param>
/// <param name="needsTool">Whether only the result of a tool makes it an answer, because the passages are known not to.</param>
internal sealed class AnswerGrounding(IReadOnlyList<Passage> hits, UnsupportedPolicy policy, SentenceJudge? judge = null, string? key = null,
    AskedLanguage language = AskedLanguage.Spanish, bool needsTool = false)
{
    private SentenceStream _sentences = new();
    private SentenceGrounder _grounder = new(hits);
    private readonly ModelToolResults _tools = new();
    private readonly AnswerSupport _support = new();
    private string _waiting = "";
    private readonly List<(int Index, string Text)> _doubtful = [];
    private int _grounded;
    private bool _hasShown;

    /// <summary>The composer's parts, each sentence followed by its grounding.</summary>
    public async IAsyncEnumerable<AnswerPart> GroundAsync(IAsyncEnumerable<AnswerPart> parts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var part in parts.WithCancellation(cancellationToken))
        {
            foreach (var step in Take(part))
            {
                yield return step;
            }
        }

        foreach (var step in End())
        {
            yield return step;
        }

        foreach (var (index, text) in _doubtful)
        {
            if (judge is not { IsOpen: true })
            {
                break;
            }

            var judgement = await judge.AskAsync(text, _grounder.Passages, key, cancellationToken);
            var nearest = judgement.Passage is { } number ? _grounder.NearestIn(text, number) : null;
            _support.IsCited |= nearest is not null;
            yield return new JudgedSentence(index, judgement, nearest is null ? null : CitationOf(nearest));
        }

        foreach (var step in Abstain())
        {
            yield return step;
        }
    }

    private IEnumerable<AnswerPart> Take(AnswerPart part)
    {
        switch (part)
        {
            case AnswerPrompt:
                _support.IsModels = true;
                return [part];
            case AnswerSources sources:
                _grounder = new SentenceGrounder(sources.Passages, hits.Count);
                return [];
            case AnswerMark mark:
                _sentences.Mark(mark.Numbers);
                return [];
            case AnswerPiece { Citation: { } citation } piece:
                return [.. Finish(), .. Quoted(piece, citation)];
            case AnswerPiece piece:
                return _grounder.HasTexts ? Text(piece.Text) : [piece];
            case AnswerWithdrawn:
                _sentences = new SentenceStream();
                _doubtful.Clear();
                _support.Withdraw();
                (_waiting, _grounded, _hasShown) = ("", 0, false);
                return [part];
            case AnswerNotice { Event: ModeChanged }:
                _sentences.End();
                _doubtful.Clear();
                (_waiting, _support.IsModels) = ("", false);
                return [part];
            case AnswerNotice { Event: ToolCalled called }:
                _tools.Add(called);
                return [part];
            case AnswerNotice { Event: ToolReturned { Result: not null } returned }:
                _support.HasToolResult = true;
                _grounder.AddTool(_tools.PassageOf(returned));
                return [part];
            case AnswerSentenceEnded:
                return Finish();
            case AnswerCutOff:
                return [];
            case AnswerDeclined:
                _support.IsDeclined = true;
                return [.. Finish(), part];
            case AnswerLeadEnded or AnswerRest:
                return [.. Finish(), part];
            case AnswerRemark:
                _hasShown = true;
                return [.. Finish(), part];
            default:
                return [part];
        }
    }

    private IEnumerable<AnswerPart> Text(string text)
    {
        var shown = "";
        foreach (var letter in text)
        {
            var part = _sentences.Take(letter, out var finished);
            if (finished is not null)
            {
                foreach (var step in Show(shown).Concat(Ground(finished)))
                {
                    yield return step;
                }

                shown = "";
            }

            shown += part;
        }

        foreach (var step in Show(shown))
        {
            yield return step;
        }
    }

    private IEnumerable<AnswerPart> Show(string text)
    {
        if (policy is UnsupportedPolicy.Drop)
        {
            _waiting += text;
            return [];
        }

        _hasShown |= text.Length > 0;
        return text.Length == 0 ? [] : [new AnswerPiece(text)];
    }

    private List<AnswerPart> Finish() => _sentences.End() is { } last ? [.. Ground(last)] : [];

    private List<AnswerPart> End()
    {
        List<AnswerPart> steps = [.. Finish()];
        if (_waiting.Length > 0)
        {
            steps.Add(new AnswerPiece(_waiting));
        }

        return steps;
    }

    // What a model writes without any source is no answer, and nothing is left if every sentence was dropped or retracted.
    private IEnumerable<AnswerPart> Abstain()
    {
        var isEmpty = _support.IsEmptyUnder(policy);
        var isUnsourced = (_support.IsUnsourced && _grounder.Passages.Count > 0) || (needsTool && !_support.HasToolResult && !_support.IsDeclined);
        if (!isEmpty && !isUnsourced)
        {
            yield break;
        }

        if (!isEmpty)
        {
            yield return new AnswerWithdrawn();
        }

        yield return new AnswerPiece(AnswerTexts.Get("Abstained", language));
        yield return new AnswerDeclined();
    }

    private IEnumerable<AnswerPart> Ground(FinishedSentence sentence)
    {
        var said = _waiting;
        _waiting = "";
        var declines = DeclineSentence.Begins(sentence.Text);
        var isClaim = _grounder.HasTexts && !declines && IsStatement(sentence);
        var verdict = isClaim ? _grounder.Hold(Stated(sentence), sentence.Marks) : null;
        var isUnsupported = verdict is { Support: SentenceSupport.Unsupported };
        if (isClaim)
        {
            _support.Add(!isUnsupported);
        }

        if (isUnsupported && policy is UnsupportedPolicy.Drop)
        {
            // The end of a code block stays on its own line.
            _waiting = sentence.Front.Length > 0 ? sentence.Front + sentence.Lead : "";
            yield break;
        }

        IReadOnlyList<Citation> citations = verdict is null
            ? []
            : [.. verdict.Evidence.Where(evidence => evidence.Number > 0).DistinctBy(evidence => evidence.Number).Select(CitationOf)];
        // If everything before it was dropped, it begins the answer.
        var lead = _hasShown && sentence.Front.Length == 0 ? sentence.Lead.Length : 0;
        said = _hasShown ? said : said.TrimStart();
        if (said.Length > 0)
        {
            _hasShown = true;
            yield return new AnswerPiece(said);
        }

        _support.IsCited |= citations.Count > 0 || (declines && sentence.Marks.Count > 0);
        var length = sentence.Text.Length;
        foreach (var piece in MarkPlacement.Closing(sentence, citations))
        {
            length += piece.Citation is null ? 0 : piece.Text.Length;
            yield return piece;
        }

        if (verdict is not null)
        {
            var isRetracted = isUnsupported && policy is UnsupportedPolicy.Retract;
            if (verdict.IsDoubtful && !isRetracted)
            {
                _doubtful.Add((_grounded, Stated(sentence)));
            }

            _grounded++;
            yield return new GroundedSentence(sentence.Text, lead, length, verdict, citations, isRetracted);
        }
    }

    // Questions, headings, list lead-ins, rules and code state nothing; a table row is only checked if it cites, since an added mark would need a cell.
    private static bool IsStatement(FinishedSentence sentence) => sentence.Kind switch
    {
        SentenceKind.Prose => sentence.Text.Length > 0 && sentence.Text[^1] is not ('?' or ':')
            && sentence.Text[0] is not '#' && sentence.Text.Any(char.IsLetter),
        SentenceKind.TableRow => sentence.Marks.Count > 0,
        _ => false,
    };

    // Each cell starts anew, so a capital at its start does not indicate a name.
    private static string Stated(FinishedSentence sentence) =>
        sentence.Kind is SentenceKind.TableRow ? sentence.Text.Trim('|', ' ').Replace('|', ';') : sentence.Text;

    // A composer's quotation with its citation is verbatim, which a single comparison confirms.
    private IEnumerable<AnswerPart> Quoted(AnswerPiece piece, Citation citation)
    {
        var mark = $" [{citation.Number}]";
        var lead = piece.Text.Length - piece.Text.TrimStart().Length;
        var said = piece.Text.EndsWith(mark, StringComparison.Ordinal) ? piece.Text[lead..^mark.Length] : piece.Text[lead..];
        if (said.EndsWith(citation.Quote, StringComparison.Ordinal))
        {
            // Text before the quote ("Los documentos dicen lo contrario:") is not from the passage.
            lead += said.Length - citation.Quote.Length;
            said = citation.Quote;
        }

        var verdict = citation.Quote.EndsWith(said, StringComparison.Ordinal) && citation.Quote.Length - said.Length <= PassageText.ItemMark.Length
            ? new SentenceVerdict(SentenceSupport.Supported, 1, [], [], IsDenied: false)
            : _grounder.Hold(said);
        if (verdict.Support is not SentenceSupport.Unsupported)
        {
            _support.Add(isSupported: true);
        }

        (_hasShown, _support.IsCited) = (true, true);
        _grounded++;
        return [piece, new GroundedSentence(said, lead, piece.Text.Length - lead, verdict, [citation], IsRetracted: false)];
    }

    private Citation CitationOf(Evidence evidence) => Citation.Of(evidence.Number, _grounder.Of(evidence.Number), evidence.Start, evidence.End);
}
