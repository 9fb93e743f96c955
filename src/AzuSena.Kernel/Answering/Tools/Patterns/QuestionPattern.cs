using System.Buffers;
using System.Text.RegularExpressions;
using AzuSena.Answering.Tools.Slots;
using AzuSena.Spanish;

namespace AzuSena.Answering.Tools.Patterns;

/// <summary>
/// A question that a function answers: <c>¿Cuántos aprendices (tocan|corresponden) [a una empresa] con {workers:numero} trabajadores?</c> Words in round
/// brackets are alternatives, words in square brackets may be missing, braces are slots.
/// </summary>
public sealed partial class QuestionPattern
{
    private const string Between = "..";
    private static readonly SearchValues<char> Marks = SearchValues.Create("{}()[]|");

    private static readonly string[] Interrogatives = ["que", "quien", "cuanto", "cuando", "donde", "como", "por que"];

    private QuestionPattern(string text, IReadOnlyList<PatternPiece> pieces)
    {
        (Text, Pieces) = (text, pieces);
        CanAskWhatItIs = WhatItIs.CanAsk(pieces);
        Asking = AskingWords(pieces.OfType<PatternWords>().SelectMany(piece => piece.Alternatives).SelectMany(wording => wording.Words));
    }

    /// <summary>As its author wrote it.</summary>
    public string Text { get; }

    /// <summary>The names of the parameters that its slots fill.</summary>
    public IEnumerable<string> Names => Pieces.OfType<PatternSlot>().SelectMany(slot => new[] { slot.Name, slot.SecondName }).OfType<string>();

    /// <summary>The kind of a slot.</summary>
    internal string KindOf(string name) => Pieces.OfType<PatternSlot>().First(slot => slot.Name == name).Kind;

    internal IReadOnlyList<PatternPiece> Pieces { get; }

    /// <summary>The interrogatives that it holds, in the singular.</summary>
    internal IReadOnlySet<string> Asking { get; }

    /// <summary>Whether it answers what something is.</summary>
    internal bool CanAskWhatItIs { get; }

    /// <summary>Parses a pattern.</summary>
    /// <exception cref="FormatException">It is no pattern; the message is what cannot be read.</exception>
    public static QuestionPattern Parse(string text)
    {
        var pieces = new List<PatternPiece>();
        var read = 0;
        foreach (Match match in Piece().Matches(text))
        {
            CheckBetween(text[read..match.Index]);
            read = match.Index + match.Length;
            pieces.Add(match.Groups["slot"] is { Success: true } slot ? SlotOf(slot.Value)
                : match.Groups["optional"] is { Success: true } optional ? WordsOf(optional.Value, isOptional: true)
                : match.Groups["any"] is { Success: true } any ? WordsOf(any.Value, isOptional: false)
                : WordsOf(match.Groups["word"].Value, isOptional: false));
        }

        CheckBetween(text[read..]);
        if (!pieces.OfType<PatternWords>().Any(piece => !piece.IsEmpty && !piece.IsOptional))
        {
            // "¿De cuándo es esto?" holds nothing but stop words, which then count.
            pieces = pieces.ConvertAll(piece => piece is PatternWords { IsOptional: false } words ? words.Literally() : piece);
        }

        var hasWords = pieces.OfType<PatternWords>().Any(piece => !piece.IsEmpty && !piece.IsOptional);
        var names = pieces.OfType<PatternSlot>().Select(slot => slot.Name).ToList();
        return hasWords && names.Distinct(StringComparer.Ordinal).Count() == names.Count ? new QuestionPattern(text, pieces) : throw new FormatException(text);
    }

    /// <summary>The interrogatives among folded words, in the singular; "por qué" is one.</summary>
    internal static HashSet<string> AskingWords(IEnumerable<string> folded)
    {
        var asking = new HashSet<string>(StringComparer.Ordinal);
        var before = "";
        foreach (var word in folded)
        {
            var single = word switch
            {
                // "¿Qué valor?", "¿cuál valor?".
                "cual" or "cuales" => "que",
                "quienes" => "quien",
                "cuanta" or "cuantos" or "cuantas" => "cuanto",
                "adonde" => "donde",
                _ => word,
            };
            if (single == "que" && before == "por")
            {
                asking.Add("por que");
            }
            else if (Interrogatives.Contains(single))
            {
                asking.Add(single);
            }

            before = word;
        }

        return asking;
    }

    private static PatternSlot SlotOf(string text)
    {
        var match = SlotForm().Match(text);
        var name = match.Groups["name"].Value;
        var kind = match.Groups["kind"] is { Success: true } given ? given.Value : name;
        kind = kind switch { "anio" => SlotKind.Year, "número" => SlotKind.Number, "opción" => SlotKind.Option, _ => kind };
        var options = match.Groups["options"].Value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (!match.Success || !SlotKind.All.Contains(kind) || (kind == SlotKind.Option) != options.Length > 0)
        {
            throw new FormatException($"{{{text}}}");
        }

        var at = name.IndexOf(Between, StringComparison.Ordinal);
        return at < 0 ? new PatternSlot(name, kind) { Options = options } : new PatternSlot(name[..at], kind) { SecondName = name[(at + Between.Length)..] };
    }

    // A piece that a stop word can stand for ("tiene", "trae") tells nothing by its absence.
    private static PatternWords WordsOf(string text, bool isOptional)
    {
        var wordings = text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(WordingOf)
            .OrderByDescending(wording => wording.Words.Count)
            .ToList();
        var isLoose = wordings.Exists(wording => wording.Stems.Count == 0) && wordings.Exists(wording => wording.Stems.Count > 0);
        return new PatternWords(wordings, isOptional || isLoose) { IsLoose = isLoose && !isOptional };
    }

    private static Wording WordingOf(string text)
    {
        var words = SaidWord.Of(text).ConvertAll(word => word.Folded);
        var content = words.FindAll(word => !SpanishAnalyzer.IsStopWord(word));
        return new Wording(words, content.ConvertAll(SpanishAnalyzer.StemOf)) { Sounds = content.ConvertAll(SpanishSound.Of) };
    }

    private static void CheckBetween(string text)
    {
        if (text.AsSpan().ContainsAny(Marks))
        {
            throw new FormatException(text.Trim());
        }
    }

    [GeneratedRegex(
        @"\{(?<slot>[^{}]*)\}|\[(?<optional>[^\[\]{}()]*)\]|\((?<any>[^\[\]{}()]*)\)|(?<word>[\p{L}\p{N}\p{M}]+)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Piece();

    [GeneratedRegex(
        @"^\s*(?<name>[\p{L}_][\p{L}\p{N}_]*(\.\.[\p{L}_][\p{L}\p{N}_]*)?)\s*(:\s*(?<kind>\p{L}+)\s*(\((?<options>[^()]*)\))?)?\s*\z",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SlotForm();
}
