using AzuSena.Spanish;

namespace AzuSena.Answering.Generation.Contract;

/// <summary>Decides from its first words whether a reply can be an answer, and whether they can be shown at once.</summary>
internal static class ReplyOpening
{
    private const int FewWords = 2;
    private const int ManyWords = 6;

    /// <summary>Whether the beginning of a sentence can be shown while the rest is still being written.</summary>
    /// <exception cref="UnusableReplyException">The reply is in another form.</exception>
    public static bool MayShow(string text)
    {
        CheckForm(text.AsSpan().TrimStart());
        var begun = text.TrimStart();
        return begun is not ([] or ['#' or '*', ..])
            && (SpanishAnalyzer.Words(begun).Count is var words && (words > ManyWords || ContractWords.HasSpanish(begun)
                || (words >= FewWords && !ContractWords.HasForeign(begun))))
            && !MissingPart.MayBegin(begun)
            && !ContractWords.IsChatter(begun)
            && !ContractWords.IsForeign(begun);
    }

    /// <summary>Checks the first sentence once it is complete.</summary>
    /// <exception cref="UnusableReplyException">It is in another form or language.</exception>
    public static void Check(ReplySentence sentence)
    {
        CheckForm(sentence.Unsaid.AsSpan().TrimStart());
        if (ContractWords.IsForeign(sentence.Text))
        {
            throw new UnusableReplyException("The model replied in another language.");
        }
    }

    // JSON, XML or code. A list of citations may begin with a bracket.
    private static void CheckForm(ReadOnlySpan<char> text)
    {
        if (text is ['{', ..] or ['[', '{' or '"', ..]
            or ['`', '`', '`', ..] or ['~', '~', '~', ..]
            or ['<', (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '?' or '!', ..])
        {
            throw new UnusableReplyException("The model replied with data instead of text.");
        }
    }
}
