using AzuSena.Answering.Grounding;
using AzuSena.Spanish;

namespace AzuSena.Answering.Generation.Contract;

/// <summary>A finished sentence of a reply.</summary>
/// <param name="Finished">The sentence with its marks.</param>
/// <param name="Unsaid">The beginning of its text, with the white space before it, that has not been passed on yet.</param>
internal sealed record ReplySentence(FinishedSentence Finished, string Unsaid)
{
    private const string Emphasis = "*_`";

    /// <summary>Its text without marks.</summary>
    public string Text => Finished.Text;

    /// <summary>Its number of words.</summary>
    public int Words { get; } = SpanishAnalyzer.Words(Finished.Text).Count;

    /// <summary>Whether it begins a line.</summary>
    public bool StartsLine => Finished.Front.Length > 0 || Finished.Lead.Contains('\n');

    /// <summary>Whether it announces what follows.</summary>
    public bool IsLeadIn => Text.TrimEnd(Emphasis.ToCharArray()).EndsWith(':');

    /// <summary>Whether it is a row of a table, or its head.</summary>
    public bool IsRow => Finished.Kind is SentenceKind.TableHead or SentenceKind.TableRow;

    /// <summary>Whether it begins an item of a list.</summary>
    public bool IsItem => Text switch
    {
        ['-' or '*' or '•' or '+' or '–', ' ', ..] => true,
        [>= '0' and <= '9', ..] => Text.AsSpan().TrimStart("0123456789") is ['.' or ')', ' ', ..] or ['.', '*', ..],
        _ => false,
    };

    /// <summary>Whether it says that the documents do not answer.</summary>
    public bool Declines { get; } = DeclineSentence.Begins(Finished.Text);

    /// <summary>Whether it is a heading: marked as one, or a line in bold without an end.</summary>
    public bool IsHeading => !Declines && (Text is ['#', ..] || (Text is ['*', '*', .., '*', '*'] && !Text.TrimEnd('*').EndsWith('.')));

    /// <summary>Whether what follows on the next lines may belong to it.</summary>
    public bool IsOpen => IsLeadIn || IsItem || IsRow || IsHeading;

    /// <summary>What has not been passed on of it: its text, then its punctuation and marks in their order.</summary>
    public IEnumerable<AnswerPart> Parts()
    {
        if (Unsaid.Length > 0)
        {
            yield return new AnswerPiece(Unsaid);
        }

        var at = Text.Length - Finished.Closing.Length;
        foreach (var (offset, numbers) in Finished.Places)
        {
            if (offset > at)
            {
                yield return new AnswerPiece(Text[at..offset]);
                at = offset;
            }

            yield return new AnswerMark(numbers);
        }

        var mark = Finished.Marks.Count > 0 && Finished.Places.Count == 0 ? new AnswerMark(Finished.Marks) : null;
        if (mark is not null && !Finished.MarksFollow)
        {
            yield return mark;
        }

        if (at < Text.Length)
        {
            yield return new AnswerPiece(Text[at..]);
        }

        if (mark is not null && Finished.MarksFollow)
        {
            yield return mark;
        }
    }
}
