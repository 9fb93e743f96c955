using System.Text;
using AzuSena.Spanish;

namespace AzuSena.Answering.Generation.Contract;

/// <summary>Notices that a model goes round in circles: it writes the same words over again at the same distance, or a sentence for the second time.</summary>
internal sealed class RepetitionWatch
{
    // A list may repeat a phrase, and a table a cell; neither repeats this many words at one distance.
    private const int MaxPeriod = 40;
    private const int MinRun = 8;

    // "Cédula de ciudadanía." may stand in two lists.
    private const int MinSentence = 5;

    private readonly HashSet<string> _sentences = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly int[] _runs = new int[MaxPeriod + 1];
    private readonly StringBuilder _word = new();

    /// <summary>Whether the words so far end in a circle.</summary>
    public bool IsLooping { get; private set; }

    /// <summary>Appends a character.</summary>
    public void Take(char letter)
    {
        if (char.IsLetterOrDigit(letter))
        {
            _word.Append(char.ToLowerInvariant(letter));
        }
        else if (_word.Length > 0)
        {
            Add(_word.ToString());
            _word.Clear();
        }
    }

    /// <summary>Adds a finished sentence, and tells whether it was written before.</summary>
    public bool IsRepeated(string sentence)
    {
        var words = SpanishAnalyzer.Words(sentence).ConvertAll(range => SpanishAnalyzer.Fold(sentence.AsSpan()[range]));
        return words.Count >= MinSentence && !_sentences.Add(string.Join(' ', words));
    }

    private void Add(string word)
    {
        for (var period = 1; period <= MaxPeriod && period <= _words.Count; period++)
        {
            _runs[period] = _words[^period] == word ? _runs[period] + 1 : 0;
            IsLooping |= _runs[period] >= Math.Max(period, MinRun);
        }

        _words.Add(word);
    }
}
