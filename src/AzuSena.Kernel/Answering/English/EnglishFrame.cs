using System.Runtime.CompilerServices;
using AzuSena.Answers;
using AzuSena.Languages;

namespace AzuSena.Answering.English;

/// <summary>
/// Puts an English frame around the Spanish answer to an English question: the translation of its lead, marked as such, and where the Spanish comes from. It
/// stands behind the grounding, so that only what the passages support is translated; the translation is no quote and is not grounded itself.
/// </summary>
public sealed class EnglishFrame(LeadTranslator translator)
{
    private const string Paragraph = "\n\n";

    /// <summary>The parts with the frame; those of the lead wait until it is complete.</summary>
    /// <param name="parts">The grounded parts of an answer.</param>
    /// <param name="cancellationToken">Cancels the translation.</param>
    internal async IAsyncEnumerable<AnswerPart> AroundAsync(
        IAsyncEnumerable<AnswerPart> parts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lead = new List<AnswerPart>();
        var isLead = true;
        await foreach (var part in parts.WithCancellation(cancellationToken))
        {
            switch (part)
            {
                case AnswerWithdrawn:
                    lead.Clear();
                    isLead = true;
                    yield return part;
                    break;
                case AnswerDeclined when isLead:
                    // A model declines in the documents' language.
                    lead.Clear();
                    isLead = false;
                    yield return new AnswerRemark(Text("Abstained"));
                    yield return part;
                    break;
                case AnswerPiece or AnswerRemark or GroundedSentence when isLead:
                case AnswerLeadEnded when isLead && !States(lead):
                    // What states nothing may be a model's decline.
                    lead.Add(part);
                    break;
                case AnswerLeadEnded or AnswerRest when isLead:
                    isLead = false;
                    foreach (var step in await FrameAsync(lead, cancellationToken))
                    {
                        yield return step;
                    }

                    yield return part;
                    break;
                default:
                    yield return part;
                    break;
            }
        }

        foreach (var step in isLead ? lead : [])
        {
            yield return step;
        }
    }

    // What is in the product's own words ("No. The documents say otherwise:") stays at the beginning.
    private async Task<IEnumerable<AnswerPart>> FrameAsync(List<AnswerPart> lead, CancellationToken cancellationToken)
    {
        var own = lead.TakeWhile(part => part is AnswerRemark).ToList();
        var quoted = lead.Skip(own.Count).ToList();
        if (!States(quoted))
        {
            return lead;
        }

        var isSupported = quoted.OfType<GroundedSentence>().All(sentence => sentence is { IsRetracted: false, Verdict.Support: SentenceSupport.Supported });
        var spanish = AnswerLead.WithoutMarks(string.Concat(quoted.OfType<AnswerPiece>().Select(piece => piece.Text))).Trim();
        var english = isSupported ? await translator.TranslateAsync(spanish, cancellationToken) : null;
        var isBlock = english is null || english.Contains('\n', StringComparison.Ordinal);
        var before = own.Count == 0 ? "" : isBlock ? Paragraph : " ";
        var translation = english is null ? "" : Text("Translated") + (isBlock ? Paragraph : " ") + english + Paragraph;
        return [.. own, new AnswerRemark(before + translation + Text("Quoted") + Paragraph), .. Unindented(quoted)];
    }

    private static bool States(List<AnswerPart> parts) => parts.Exists(part => part is GroundedSentence);

    private static string Text(string name) => AnswerTexts.Get(name, AskedLanguage.English);

    private static IEnumerable<AnswerPart> Unindented(List<AnswerPart> quoted) => quoted.Select((part, i) =>
        i == 0 && part is AnswerPiece piece ? piece with { Text = piece.Text.TrimStart() } : part);
}
