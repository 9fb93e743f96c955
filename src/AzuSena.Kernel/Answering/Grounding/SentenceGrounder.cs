using AzuSena.Memory;

namespace AzuSena.Answering.Grounding;

/// <summary>
/// Holds sentences of an answer against its passages, without a model: their words by overlap, each weighed by its rarity among the passages'
/// sentences; their numbers, dates, laws, articles and names to the letter, in normal form.
/// </summary>
/// <remarks>The passages are analysed when the first sentence comes. Not for two threads.</remarks>
public sealed class SentenceGrounder(IReadOnlyList<Passage> passages)
{
    // Fitted on one half of SQuAD-es's articles by "azusena eval grounding" (docs/decisions/0017-grounding.md).
    private const double SupportedFrom = 0.62;
    private const double UnsupportedBelow = 0.35;
    private const double Penalty = 0.5;

    private readonly List<string> _toolResults = [];
    private GroundTexts? _texts;

    /// <summary>The passages, the first cited as [1].</summary>
    public IReadOnlyList<Passage> Passages => passages;

    private GroundTexts Texts => _texts ??= new GroundTexts(passages, _toolResults);

    /// <summary>What a tool gave the model to answer with: it proves, but cannot be cited.</summary>
    public void AddTool(string result)
    {
        _toolResults.Add(result);
        _texts = null;
    }

    /// <summary>Holds one sentence against the passages.</summary>
    /// <param name="sentence">The sentence, without citation marks.</param>
    public SentenceVerdict Hold(string sentence)
    {
        var claim = Claim.Of(sentence);
        var notFound = ClaimCheck.NotFound(claim, Texts.Everything);
        if (claim.IsEmpty)
        {
            return new SentenceVerdict(SentenceSupport.Partly, 0, [], notFound, IsDenied: false);
        }

        var choice = new EvidenceChoice(claim, Texts);
        var coverage = choice.Units.Count == 0 ? 0 : choice.Coverage;
        var isMissing = notFound.Count > 0 || ClaimCheck.Missing(claim, choice.Units) > 0;
        var isDenied = choice.Units.Count > 0 && ClaimCheck.IsDenied(claim, choice.Units[0]);
        var support = coverage < UnsupportedBelow || isDenied ? SentenceSupport.Unsupported
            : isMissing || coverage < SupportedFrom ? SentenceSupport.Partly
            : SentenceSupport.Supported;
        var score = coverage * (isMissing ? Penalty : 1) * (isDenied ? Penalty : 1);
        IReadOnlyList<Evidence> evidence = support is SentenceSupport.Unsupported ? [] : [.. choice.Units.Select(unit => EvidenceOf(unit, choice.Of(unit)))];
        return new SentenceVerdict(support, Math.Round(score, 4), evidence, notFound, isDenied);
    }

    private static Evidence EvidenceOf(GroundUnit unit, double coverage)
    {
        var (start, length) = unit.Text.Passage is { } passage ? unit.Span.GetOffsetAndLength(passage.Text.Length) : (0, 0);
        return new Evidence(unit.Text.Number, start, start + length, Math.Round(coverage, 4));
    }
}
