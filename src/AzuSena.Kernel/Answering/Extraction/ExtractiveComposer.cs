using System.Runtime.CompilerServices;
using AzuSena.Answering.Premises;
using AzuSena.Memory;

namespace AzuSena.Answering.Extraction;

/// <summary>
/// Answers with the documents' own sentences: up to three, each with its citation, the best passage first and each passage's sentences in
/// their own order. Needs no model.
/// </summary>
public sealed class ExtractiveComposer : IAnswerComposer
{
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

        var passages = SentenceSelector.Choose(material.Question.Text, material.Search).GroupBy(sentence => sentence.HitIndex).ToList();
        for (var number = 1; number <= passages.Count; number++)
        {
            var passage = material.Search.Hits[passages[number - 1].Key].Passage;
            var separator = number == 1 ? "" : "\n\n";
            foreach (var unit in passages[number - 1].Select(sentence => sentence.Unit).OrderBy(unit => unit.Span.Start.Value))
            {
                var (start, length) = unit.Span.GetOffsetAndLength(passage.Text.Length);
                yield return new AnswerPiece($"{separator}{Quote(passage.Text, unit)} [{number}]", Citation.Of(number, passage, start, start + length));
                separator = unit.IsList ? "\n\n" : " ";
            }
        }
    }

    // A list item quoted by itself loses its mark, which only means something in its list.
    private static string Quote(string text, PassageUnit unit)
    {
        var quote = text[unit.Span];
        return !unit.IsList && PassageText.IsItem(quote) ? quote[PassageText.ItemMark.Length..] : quote;
    }
}
