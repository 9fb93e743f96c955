using System.Runtime.CompilerServices;
using AzuSena.Answering;
using AzuSena.Answers;
using AzuSena.Passages;

namespace AzuSena.Testing;

/// <summary>
/// A double of a composer: the first passage's first sentence is the lead, its second one the rest, and each other passage's first sentence is more.
/// </summary>
public sealed class ShortComposer(Completeness completeness = Completeness.Complete) : IAnswerComposer
{
    public string Mode => "extractive";

    public async IAsyncEnumerable<AnswerPart> ComposeAsync(AnswerMaterial material, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var passages = material.Search.Hits.Select(hit => hit.Passage).ToArray();
        var sentences = SentencesOf(passages[0]);
        yield return new AnswerPiece($"{passages[0].Text[sentences[0]]} [1]", Quote(1, passages[0], sentences[0]));
        yield return new AnswerLeadEnded();
        if (sentences.Length > 1)
        {
            yield return new AnswerPiece($" {passages[0].Text[sentences[1]]} [1]", Quote(1, passages[0], sentences[1]));
        }

        yield return new AnswerRest(completeness, [.. passages.Skip(1).Select((passage, at) => Quote(at + 2, passage, SentencesOf(passage)[0]))]);
    }

    private static Citation Quote(int number, Passage passage, Range range) => Citation.Of(number, passage, range.Start.Value, range.End.Value);

    private static Range[] SentencesOf(Passage passage)
    {
        var ends = Enumerable.Range(0, passage.Text.Length).Where(at => passage.Text[at] == '.').Select(at => at + 1).ToArray();
        return [.. ends.Take(2).Select((end, at) => (at == 0 ? 0 : ends[at - 1] + 1)..end)];
    }
}
