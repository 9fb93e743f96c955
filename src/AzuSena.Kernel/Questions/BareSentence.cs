using AzuSena.Conversations.FollowUps;
using AzuSena.Spanish;

namespace AzuSena.Questions;

/// <summary>What a sentence says without what people write around it.</summary>
internal sealed class BareSentence
{
    // "Quiero saber eso" announces nothing.
    private const int MinTermsAfterAsk = 2;

    // Bounds the time that a hostile text takes; no phrase is longer.
    private const int MaxPhrase = 24;

    // The number of an identity card.
    private const int MinIdDigits = 6;

    private readonly string _text;
    private readonly IReadOnlyList<SaidWord> _words;
    private readonly QuestionSentence _sentence;
    private readonly List<(int From, int To)> _situation = [];

    /// <summary>Reads a sentence of a text.</summary>
    public BareSentence(string text, IReadOnlyList<SaidWord> words, QuestionSentence sentence)
    {
        (_text, _words, _sentence) = (text, words, sentence);
        (From, To) = (sentence.From, sentence.To);
        StripEnd();
        StripStart();
        StripEnd();
        CutStory();
        CutRest();
    }

    /// <summary>Its first word.</summary>
    public int From { get; private set; }

    /// <summary>The end of its words, exclusive.</summary>
    public int To { get; private set; }

    /// <summary>Whether nothing is left.</summary>
    public bool IsEmpty => From >= To;

    /// <summary>Whether it announces a question or has the form of one.</summary>
    public bool Asks { get; private set; }

    /// <summary>Whether it is written as a question.</summary>
    public bool IsQuestion => _sentence.IsOpened || _sentence.IsClosed;

    /// <summary>Whether it continues the sentence before.</summary>
    public bool IsJoined => _sentence.IsJoined;

    /// <summary>Where the asker is; null if it is not said.</summary>
    public string? Place { get; private set; }

    /// <summary>The number of its distinct terms.</summary>
    public int Terms => TermsOf(From, To);

    /// <summary>Whether it names no subject of its own ("¿y ahora qué hago?") or stands for what was said before ("¿eso es legal?").</summary>
    public bool RefersBack => SaidTerms.Of(Written(From, To)).Named.TrueForAll(term => FollowUpWords.IsFiller(term.Word))
        || QuestionPhrases.Neuter.Find(_words, From, To) is not null;

    /// <summary>What it tells beside what it asks.</summary>
    public IEnumerable<string> Situation => _situation.Select(range => Written(range.From, range.To));

    /// <summary>What is left, as written, with its question marks.</summary>
    public override string ToString()
    {
        if (IsEmpty)
        {
            return "";
        }

        var isWhole = To == _sentence.To;
        var next = To < _words.Count ? _words[To].Start : _text.Length;
        var end = isWhole ? _text[_words[To - 1].End..next].Split('¿')[0].TrimEnd() : "";
        var closing = !_sentence.IsClosed ? end.TrimEnd(',', ';', ':', '-', ' ') : isWhole ? end : "?";
        var start = From == 0 ? 0 : _words[From - 1].End;
        var opening = _text[start.._words[From].Start] is var before && before.LastIndexOf('¿') is >= 0 and var mark ? before[mark..]
            : From == _sentence.From && From == 0 ? before.TrimStart() : _sentence.IsOpened ? "¿" : "";
        return $"{opening}{Written(From, To)}{closing}";
    }

    private void StripStart()
    {
        while (!IsEmpty)
        {
            var ask = QuestionPhrases.Ask.Match(_words, From, To);
            var place = QuestionPhrases.Place.Match(_words, From, To);
            var other = Math.Max(QuestionPhrases.Both.Match(_words, From, To), QuestionPhrases.Opening.Match(_words, From, To));
            var end = Math.Max(other, Math.Max(ask, place));
            if (end <= From)
            {
                if (QuestionPhrases.Who.Match(_words, From, To) is var who && who > From)
                {
                    _situation.Add((From, who));
                    end = who;
                }
                else if (EmptyClause() is { } clause)
                {
                    end = clause;
                }
                else
                {
                    return;
                }
            }

            Asks |= ask == end && end > other;
            if (place == end && end > ask && end > other)
            {
                Place = PlaceIn(From, end);
            }

            From = end;
            if (QuestionPhrases.Connector.Match(_words, From, To) is var next && next > From && next < To)
            {
                From = next;
            }
        }
    }

    // The end of a first clause that says nothing: "otra cosa, …".
    private int? EmptyClause()
    {
        var end = From;
        var isNoise = false;
        while (end < To)
        {
            var word = _words[end].Folded;
            var isNamed = QuestionPhrases.Noise.Match(_words, end, end + 1) > end || (word.Length >= MinIdDigits && word.All(char.IsDigit));
            var asks = IsInterrogative(end) && !(word is "que" or "quien" && IsPlain(end));
            if (asks || (!isNamed && !SpanishAnalyzer.IsStopWord(word)))
            {
                return null;
            }

            isNoise |= isNamed;
            if (_words[end++].IsBreak)
            {
                break;
            }
        }

        return isNoise ? end : null;
    }

    // "Que" and "quien" without an accent are conjunctions where nothing asked for follows.
    private bool IsPlain(int at) => _text.AsSpan(_words[at].Start.._words[at].End).IndexOfAny('é', 'É') < 0;

    private void StripEnd()
    {
        while (!IsEmpty)
        {
            var start = Math.Max(From, To - MaxPhrase);
            while (start < To
                && QuestionPhrases.Both.Match(_words, start, To) != To
                && QuestionPhrases.Ending.Match(_words, start, To) != To
                && (IsQuestion || QuestionPhrases.Ask.Match(_words, start, To) != To))
            {
                start++;
            }

            if (start == To)
            {
                return;
            }

            To = start;
        }
    }

    // "… entonces queria saber si ya perdi el cupo"
    private void CutStory()
    {
        if (IsEmpty || Asks || IsInterrogative(From))
        {
            Asks |= !IsEmpty && IsInterrogative(From);
            return;
        }

        for (var at = From + 1; at < To; at++)
        {
            var end = QuestionPhrases.Ask.Match(_words, at, To);
            if (end > at && _words[at - 1].Folded is not ("no" or "ni" or "que") && TermsOf(end, Math.Min(To, end + MaxPhrase)) >= MinTermsAfterAsk)
            {
                _situation.Add((From, at));
                From = end;
                Asks = true;
                return;
            }
        }
    }

    // "que es la etapa productiva me puede explicar por favor porque no entiendo…"
    private void CutRest()
    {
        if (!Asks && !IsQuestion)
        {
            return;
        }

        for (var at = From + 1; at < To; at++)
        {
            if (QuestionPhrases.Cut.Match(_words, at, To) > at && TermsOf(From, Math.Min(at, From + MaxPhrase)) > 0)
            {
                _situation.Add((at, To));
                To = at;
                StripEnd();
                return;
            }
        }
    }

    // The place alone, without the name: "soy Juan de Medellín".
    private string PlaceIn(int from, int to)
    {
        var at = to - 1;
        while (at > from && _words[at].Folded is not ("de" or "en" or "desde"))
        {
            at--;
        }

        return Written(at, to);
    }

    private bool IsInterrogative(int at) => QuestionPhrases.Interrogative.Match(_words, at, To) > at;

    private int TermsOf(int from, int to) => from >= to ? 0 : SpanishAnalyzer.Stem(Written(from, to)).Distinct(StringComparer.Ordinal).Count();

    private string Written(int from, int to) => _text[_words[from].Start.._words[to - 1].End];
}
