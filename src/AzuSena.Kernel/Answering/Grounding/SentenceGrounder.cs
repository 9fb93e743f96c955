using AzuSena.Answers;
using AzuSena.Passages;

namespace AzuSena.Answering.Grounding;

/// <summary>
/// Checks sentences of an answer against its passages, without a model: words by overlap, each weighted by its rarity among the passages' sentences; numbers,
/// dates, laws, articles and names literally, in normal form.
/// </summary>
/// <remarks>The passages are analysed at the first sentence. Not thread-safe.</remarks>
/// <param name="passages">The passages; the first is cited as [1].</param>
/// <param name="reserved">The numbers up to this one are not given to results of tools.</param>
public sealed class SentenceGrounder(IReadOnlyList<Passage> passages, int reserved = 0)
{
    // Fitted on one half of SQuAD-es's articles by "azusena eval grounding" (docs/decisions/0017-grounding.md).
    private const double SupportedFrom = 0.62;
    private const double UnsupportedBelow = 0.35;
    private const double Penalty = 0.5;
    private const double AsGood = 0.8;

    private readonly List<Passage> _toolResults = [];
    private GroundTexts? _texts;

    /// <summary>The passages; the first is cited as [1].</summary>
    public IReadOnlyList<Passage> Passages => passages;

    private GroundTexts Texts => _texts ??= new GroundTexts(passages, _toolResults, FirstTool);

    private int FirstTool => Math.Max(passages.Count, reserved) + 1;

    /// <summary>Whether there is anything to check against.</summary>
    public bool HasTexts => passages.Count > 0 || _toolResults.Count > 0;

    /// <summary>The passage or result of a tool with a number.</summary>
    public Passage Of(int number) => number >= FirstTool ? _toolResults[number - FirstTool] : passages[number - 1];

    /// <summary>Adds a tool result given to the model: it proves, and is cited with a number after those of the passages.</summary>
    public void AddTool(Passage result)
    {
        _toolResults.Add(result);
        _texts = null;
    }

    /// <summary>Checks one sentence against the passages.</summary>
    /// <param name="sentence">The sentence, without citation marks.</param>
    /// <param name="marks">The passages that it cites: one that supports it as well as the best is kept.</param>
    public SentenceVerdict Hold(string sentence, params IReadOnlyList<int> marks)
    {
        var claim = Claim.Of(sentence);
        var notFound = ClaimCheck.NotFound(claim, Texts.Everything);
        if (claim.IsEmpty)
        {
            return new SentenceVerdict(SentenceSupport.Partly, 0, [], notFound, IsDenied: false, IsMissing: true);
        }

        var choice = new EvidenceChoice(claim, Texts);
        var check = new ClaimCheck(claim, choice.Units);
        var coverage = choice.Units.Count == 0 ? 0 : choice.Coverage;
        var isMissing = notFound.Count > 0 || check.IsMissing();
        var isDenied = check.IsDenied();
        var support = coverage < UnsupportedBelow || isDenied ? SentenceSupport.Unsupported
            : isMissing || coverage < SupportedFrom ? SentenceSupport.Partly
            : SentenceSupport.Supported;
        var score = coverage * (isMissing ? Penalty : 1) * (isDenied ? Penalty : 1);
        IReadOnlyList<Evidence> evidence = support is SentenceSupport.Unsupported
            ? []
            : [.. Cited(claim, choice, marks).Select(unit => EvidenceOf(unit, choice.Of(unit)))];
        return new SentenceVerdict(support, Math.Round(score, 4), evidence, notFound, isDenied, isMissing);
    }

    /// <summary>The text of one passage that is closest to a sentence.</summary>
    /// <param name="sentence">The sentence, without citation marks.</param>
    /// <param name="number">The passage, from 1.</param>
    public Evidence? NearestIn(string sentence, int number)
    {
        var choice = new EvidenceChoice(Claim.Of(sentence), Texts);
        return Texts.Units.Where(unit => unit.Text.Number == number).MaxBy(choice.Of) is { } unit ? EvidenceOf(unit, choice.Of(unit)) : null;
    }

    // The evidence of correct marks, then of the rest of the claim.
    private IEnumerable<GroundUnit> Cited(Claim claim, EvidenceChoice choice, IReadOnlyList<int> marks)
    {
        var right = choice.Units.Where(unit => marks.Contains(unit.Text.Number)).ToList();
        var instead = marks.Where(mark => !right.Exists(unit => unit.Text.Number == mark))
            .Select(mark => Alone(claim, choice, mark))
            .OfType<GroundUnit>()
            .ToArray();
        var kept = right.Concat(instead).OrderBy(unit => marks.Index().First(mark => mark.Item == unit.Text.Number).Index);
        return instead.Length > 0 ? kept : kept.Concat(choice.Units.Where(unit => !marks.Contains(unit.Text.Number)));
    }

    // A sentence of this passage that supports the claim on its own, as well as the best does.
    private GroundUnit? Alone(Claim claim, EvidenceChoice choice, int number)
    {
        var best = Texts.Units.Where(unit => unit.Text.Number == number).MaxBy(choice.Of);
        return best is not null && choice.Of(best) >= AsGood * choice.Coverage && !new ClaimCheck(claim, [best]).IsMissing() ? best : null;
    }

    private static Evidence EvidenceOf(GroundUnit unit, double coverage)
    {
        var (start, length) = unit.Text.Passage is { } passage ? unit.Span.GetOffsetAndLength(passage.Text.Length) : (0, 0);
        return new Evidence(unit.Text.Number, start, start + length, Math.Round(coverage, 4));
    }
}
