using System.Runtime.CompilerServices;
using AzuSena.Answering.Premises;
using AzuSena.Answers;
using AzuSena.Passages;

namespace AzuSena.Answering.Extraction;

/// <summary>
/// Answers with the documents' own sentences, each with its citation, the best passage first and each passage's sentences in their original order
/// (<see cref="Quotation"/>). Needs no model.
/// </summary>
public sealed class ExtractiveComposer : IAnswerComposer
{
    private const string Paragraph = "\n\n";

    /// <inheritdoc/>
    public string Mode => "extractive";

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (PremiseCheck.Contradiction(material.Question.Text, material.Search) is { } said)
        {
            var passage = material.Search.Hits[said.Hit].Passage;
            var (start, length) = said.Unit.GetOffsetAndLength(passage.Text.Length);
            yield return new AnswerPiece($"{AnswerTexts.Get("PremiseDenied")} {passage.Text[said.Unit]} [1]", Citation.Of(1, passage, start, start + length));
            yield break;
        }

        var number = 0;
        foreach (var (hit, units) in Quotation.Of(material.Question.Text, material.Search))
        {
            var passage = material.Search.Hits[hit].Passage;
            var end = 0;
            number++;
            foreach (var unit in units)
            {
                var (start, length) = unit.Span.GetOffsetAndLength(passage.Text.Length);
                var separator = end == 0 ? number == 1 ? "" : Paragraph : passage.Text[end..start].Contains('\n') ? Paragraph : " ";
                yield return new AnswerPiece($"{separator}{Quote(passage.Text, unit)} [{number}]", Citation.Of(number, passage, start, start + length));
                end = start + length;
            }
        }
    }

    // A list item quoted on its own loses its mark, which is only meaningful within the list.
    private static string Quote(string text, PassageUnit unit)
    {
        var quote = text[unit.Span];
        return !unit.IsList && PassageText.IsItem(quote) ? quote[PassageText.ItemMark.Length..] : quote;
    }
}
