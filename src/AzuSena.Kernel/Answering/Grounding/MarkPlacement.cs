using System.Buffers;
using AzuSena.Answers;

namespace AzuSena.Answering.Grounding;

/// <summary>Writes the unshown end of a sentence, with the marks of the supporting passages.</summary>
internal static class MarkPlacement
{
    private static readonly SearchValues<char> Closers = SearchValues.Create("*_`~)]\"'»”’");

    /// <summary>The end of a sentence, mark by mark.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="citations">The supporting citations.</param>
    public static IEnumerable<AnswerPiece> Closing(FinishedSentence sentence, IReadOnlyList<Citation> citations) =>
        sentence.Kind is SentenceKind.TableRow ? Cells(sentence, citations) : Tail(sentence, citations);

    // The marks at their original positions in a table row; missing ones are added to the first.
    private static IEnumerable<AnswerPiece> Cells(FinishedSentence row, IReadOnlyList<Citation> citations)
    {
        var at = row.Text.Length - row.Closing.Length;
        var lacking = citations.Where(citation => !row.Marks.Contains(citation.Number)).ToArray();
        foreach (var (offset, numbers) in row.Places)
        {
            if (offset > at)
            {
                yield return new AnswerPiece(row.Text[at..offset]);
            }

            var space = offset > 0 && char.IsWhiteSpace(row.Text[offset - 1]) ? "" : " ";
            foreach (var citation in citations.Where(citation => numbers.Contains(citation.Number)).Concat(lacking))
            {
                yield return new AnswerPiece($"{space}[{citation.Number}]", citation);
                space = "";
            }

            (at, lacking) = (offset, []);
        }

        if (at < row.Text.Length)
        {
            yield return new AnswerPiece(row.Text[at..]);
        }
    }

    // The marks before or after the punctuation, as written, but never inside a closing emphasis, parenthesis or quotation.
    private static IEnumerable<AnswerPiece> Tail(FinishedSentence sentence, IReadOnlyList<Citation> citations)
    {
        var emphasis = sentence.MarksFollow || citations.Count == 0 ? sentence.Closing.Length : sentence.Closing.AsSpan().IndexOfAnyExcept(Closers);
        var before = sentence.Closing[..(emphasis < 0 ? sentence.Closing.Length : emphasis)];
        if (before.Length > 0)
        {
            yield return new AnswerPiece(before);
        }

        var space = " ";
        foreach (var citation in citations)
        {
            yield return new AnswerPiece($"{space}[{citation.Number}]", citation);
            space = "";
        }

        if (before.Length < sentence.Closing.Length)
        {
            yield return new AnswerPiece(sentence.Closing[before.Length..]);
        }
    }
}
