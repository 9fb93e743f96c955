using AzuSena.Answering.Tools.Slots;
using AzuSena.Spanish;

namespace AzuSena.Answering.Tools.Patterns;

/// <summary>How well a pattern fits a question.</summary>
/// <param name="Score">0 to 1: the share of the pattern that the question holds times the share of the question that the pattern explains.</param>
/// <param name="Likeness">The share of all words, stop words included, that both hold; it decides between equal scores.</param>
/// <param name="Values">The values by parameter.</param>
/// <param name="Missing">The parameters that the question gives no value for.</param>
/// <param name="Held">How many of the pattern's words the question holds; of equal scores the more exact pattern wins.</param>
internal sealed record PatternFit(
    double Score, double Likeness, IReadOnlyDictionary<string, SlotValue> Values, IReadOnlyList<string> Missing, int Held);

/// <summary>Holds one pattern against one question.</summary>
internal sealed class PatternMatch
{
    // What was told around a question makes a fit likelier, but less than what is asked.
    private const double ToldWeight = 0.5;
    private const double OtherInterrogative = 0.6;

    // Shorter words sound like too many others.
    private const int MinSound = 4;

    // As far as the noun of a number may stand behind it: "38 empleados", "40 y tantos trabajadores".
    private const int NounReach = 2;

    private static readonly HashSet<string> SaysWhatIsDone = new(
        ["debe", "deben", "debo", "debemos", "puede", "pueden", "puedo", "podemos", "necesito", "necesita", "piden", "exigen", "hay"], StringComparer.Ordinal);

    private readonly QuestionPattern _pattern;
    private readonly ToolQuestion _question;
    private readonly bool[] _explained;
    private readonly Dictionary<string, SlotValue> _values = new(StringComparer.Ordinal);
    private readonly List<string> _missing = [];
    private double _found;
    private int _needed;
    private int _held;

    private PatternMatch(QuestionPattern pattern, ToolQuestion question) =>
        (_pattern, _question, _explained) = (pattern, question, new bool[question.Words.Count]);

    /// <summary>Measures the fit.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="question">The question.</param>
    /// <param name="cited">The ids of the passages that the previous answer cites; empty if none.</param>
    public static PatternFit Of(QuestionPattern pattern, ToolQuestion question, string cited) => new PatternMatch(pattern, question).Measure(cited);

    private PatternFit Measure(string cited)
    {
        foreach (var (index, piece) in _pattern.Pieces.Index())
        {
            if (piece is PatternSlot { Kind: not (SlotKind.Text or SlotKind.Cited or SlotKind.Option) } slot)
            {
                Fill(slot, index);
            }
        }

        foreach (var (index, piece) in _pattern.Pieces.Index())
        {
            if (piece is PatternWords { IsEmpty: false } words)
            {
                // The noun of a value that is missing is missing with it.
                var isOfMissing = index > 0 && _pattern.Pieces[index - 1] is PatternSlot before && _missing.Contains(before.Name);
                Find(isOfMissing ? words with { IsOptional = true } : words);
            }
        }

        foreach (var (index, piece) in _pattern.Pieces.Index())
        {
            switch (piece)
            {
                case PatternSlot { Kind: SlotKind.Option } option:
                    Take(option, OptionIn(option));
                    break;
                case PatternSlot { Kind: SlotKind.Text } text:
                    Take(text, TextAt(index));
                    break;
                case PatternSlot { Kind: SlotKind.Cited } context:
                    Take(context, cited.Length == 0 ? null : new SlotValue(SlotKind.Cited, 0, 0, cited, ""));
                    break;
            }
        }

        if (_missing.Count > 0)
        {
            // Asking back takes more: "¿Cuántos aprendices hay?" shares a word with "¿Cuántos aprendices debo tener con 80 trabajadores?".
            _needed += _pattern.Pieces.OfType<PatternWords>().Count(words => words.IsLoose && !words.Alternatives.Any(IsSaid));
        }

        var unexplained = Enumerable.Range(0, _explained.Length).Count(i => !_explained[i] && _question.IsAsked(i) && _question.IsContent(i));
        var recall = _needed == 0 ? 0 : (double)_held / _needed;
        var precision = _found <= 0 ? 0 : _found / (_found + unexplained);
        var asksTheSame = (_question.Asking.Count == 0 || _pattern.Asking.Overlaps(_question.Asking) || (_pattern.Asking.Count == 0 && IsPolar()))
            && (!_question.AsksWhatItIs || _pattern.CanAskWhatItIs)
            && !AsksForMissing();
        return new PatternFit(recall * precision * (asksTheSame ? 1 : OtherInterrogative), Likeness(), _values, _missing, _held);
    }

    private bool IsSaid(Wording wording) => wording.Words.All(word => Enumerable.Range(0, _question.Words.Count).Any(i => _question.Words[i].Folded == word));

    // "¿Desde cuántos trabajadores …?" asks for the value that the pattern is given.
    private bool AsksForMissing() => _pattern.Pieces.Zip(_pattern.Pieces.Skip(1)).Any(pair =>
        pair is (PatternSlot slot, PatternWords { IsEmpty: false } noun) && _missing.Contains(slot.Name)
        && Enumerable.Range(1, Math.Max(0, _question.Words.Count - 1)).Any(i =>
            noun.Alternatives.Any(wording => wording.Stems.Any(stem => IsSame(i, stem, sound: null)))
            && QuestionPattern.AskingWords([_question.Words[i - 1].Folded]).Contains("cuanto")));

    // "¿Será que el 8 es festivo?": "que" alone asks nothing.
    private bool IsPolar() => _question.Asking is { Count: 1 } only && only.Contains("que");

    private void Fill(PatternSlot slot, int index)
    {
        var free = _question.Values.Where(value => value.Kind == slot.Kind && IsFree(value)).ToList();
        var asked = free.FindAll(value => value.Start < _question.StoryStart);
        var choice = asked.Count > 0 ? asked : free;
        var noun = _pattern.Pieces.ElementAtOrDefault(index + 1) as PatternWords;
        Take(slot, choice.Find(value => noun is { IsEmpty: false } && IsFollowedBy(value, noun)) ?? choice.FirstOrDefault());
    }

    // A number inside of a date or an amount is none of its own.
    private bool IsFree(SlotValue value) =>
        !_values.Values.Any(value.Overlaps)
        && (value.Kind is not SlotKind.Number || !_question.Values.Any(other => other.Kind is not (SlotKind.Number or SlotKind.Year) && value.Overlaps(other)));

    private bool IsFollowedBy(SlotValue value, PatternWords noun)
    {
        var first = Enumerable.Range(0, _question.Words.Count).FirstOrDefault(i => _question.Words[i].Start >= value.End, _question.Words.Count);
        return Enumerable.Range(first, Math.Min(NounReach, _question.Words.Count - first))
            .Any(i => noun.Alternatives.Any(wording => wording.Stems.Any(stem => IsSame(i, stem, sound: null))));
    }

    private void Take(PatternSlot slot, SlotValue? value)
    {
        if (value is null)
        {
            _missing.Add(slot.Name);
            return;
        }

        _values[slot.Name] = value;
        if (slot.SecondName is { } second && value.Second is { } end)
        {
            _values[second] = value with { Argument = end, Second = null };
        }

        _found += value.Kind is SlotKind.Cited ? 0 : value.Start < _question.StoryStart ? 1 : ToldWeight;
        for (var i = 0; i < _explained.Length; i++)
        {
            _explained[i] |= _question.Words[i].Start >= value.Start && _question.Words[i].End <= value.End;
        }
    }

    private void Find(PatternWords words)
    {
        _needed += words.IsOptional ? 0 : 1;
        var places = words.Alternatives.Select(PlacesOf).Where(found => found is not null).Select(found => found!).ToList();
        if (places.Count == 0)
        {
            return;
        }

        // Every wording that the question holds is explained: "empresa o compañía".
        foreach (var place in places.SelectMany(it => it))
        {
            _explained[place] = true;
        }

        _held += words.IsOptional ? 0 : 1;
        _found += words.IsOptional ? 0 : places[0].Exists(_question.IsAsked) && !words.IsLiteral ? 1 : ToldWeight;
    }

    private List<int>? PlacesOf(Wording wording)
    {
        var places = new List<int>();
        foreach (var (index, stem) in wording.Stems.Index())
        {
            var sound = wording.Sounds.ElementAtOrDefault(index);
            var all = Enumerable.Range(0, _question.Words.Count).Where(i => !IsInValue(i) && IsSame(i, stem, sound)).ToList();
            if (all.Count == 0)
            {
                return null;
            }

            places.AddRange(all);
        }

        return places.Count == 0 ? null : places;
    }

    private bool IsInValue(int word) => _values.Values.Any(value =>
        value.Kind is not SlotKind.Cited && _question.Words[word].Start >= value.Start && _question.Words[word].End <= value.End);

    private bool IsSame(int word, string stem, string? sound)
    {
        var folded = _question.Words[word].Folded;
        return folded == stem || _question.Stems[word] == stem || (sound?.Length >= MinSound && SpanishSound.Of(folded) == sound);
    }

    private SlotValue? OptionIn(PatternSlot slot)
    {
        foreach (var option in slot.Options)
        {
            var words = SpanishAnalyzer.Analyze(option);
            var places = words.ConvertAll(word =>
                Enumerable.Range(0, _question.Words.Count).FirstOrDefault(i => IsSame(i, word.Stem, SpanishSound.Of(word.Word)), -1));
            if (places.Count > 0 && places.TrueForAll(place => place >= 0))
            {
                places.ForEach(place => _explained[place] = true);
                var at = places.Min();
                return new SlotValue(SlotKind.Option, _question.Words[at].Start, _question.Words[at].End, option, option);
            }
        }

        return null;
    }

    // From the word that the pattern has before the slot to the one after it, or to the end.
    private SlotValue? TextAt(int index)
    {
        var before = (_pattern.Pieces.ElementAtOrDefault(index - 1) as PatternWords)?.Alternatives.Select(wording => wording.Words[^1]).ToHashSet() ?? [];
        var after = (_pattern.Pieces.ElementAtOrDefault(index + 1) as PatternWords)?.Alternatives.Select(wording => wording.Words[0]).ToHashSet() ?? [];
        var asked = Enumerable.Range(0, _question.Words.Count).Where(_question.IsAsked).ToList();
        var from = before.Count == 0 ? 0 : asked.FindIndex(i => i >= Reached(index - 1) && before.Contains(_question.Words[i].Folded)) + 1;
        if (before.Count > 0 && from == 0)
        {
            return null;
        }

        var to = after.Count == 0 ? -1 : asked.FindIndex(from, i => after.Contains(_question.Words[i].Folded));
        to = to < 0 ? asked.Count : to;

        // A topic is named, not said of: "documentos sobre el contrato que debe firmar la empresa" asks for something else.
        var verb = asked.FindIndex(from, i => SaysWhatIsDone.Contains(_question.Words[i].Folded));
        to = verb < 0 ? to : Math.Min(to, verb);
        if (to <= from)
        {
            return null;
        }

        var (start, end) = (_question.Words[from].Start, _question.Words[to - 1].End);
        var text = _question.Written[start..end];
        return new SlotValue(SlotKind.Text, start, end, text, text);
    }

    // Past the first words of the pieces before one.
    private int Reached(int index) => _pattern.Pieces.Take(index).OfType<PatternWords>()
        .Where(words => words is { IsEmpty: false, IsOptional: false })
        .SelectMany(words => words.Alternatives.Select(PlacesOf).Where(places => places is not null).Take(1))
        .Select(places => places![0] + 1)
        .DefaultIfEmpty()
        .Max();

    private double Likeness()
    {
        var own = _pattern.Pieces.OfType<PatternWords>().SelectMany(piece => piece.Alternatives).SelectMany(it => it.Words).ToHashSet(StringComparer.Ordinal);
        var said = Enumerable.Range(0, _question.Words.Count).Where(_question.IsAsked).Select(i => _question.Words[i].Folded).ToHashSet(StringComparer.Ordinal);
        var explained = said.Count(own.Contains) + _values.Count;
        return said.Count == 0 ? 0 : Math.Min(1, (double)explained / said.Count);
    }
}
