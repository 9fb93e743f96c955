using AzuSena.Answering.Tools.Slots;
using AzuSena.Spanish;

namespace AzuSena.Answering.Tools.Patterns;

/// <summary>A question as patterns are held against it: its words, the values in it, and those of what was told around it.</summary>
internal sealed class ToolQuestion
{
    // Words that ask for an answer in any question and say nothing about which.
    private static readonly HashSet<string> Empty = new(
        new[]
        {
            "decir", "decirme", "diga", "digan", "favor", "ayuda", "ayudar", "ayudame", "gustaria", "necesitar", "conocer", "averiguar", "exactamente",
            "actualmente", "consultar", "preguntar", "pregunta", "duda", "calcula", "calcular", "calculame", "cuentas", "cuenta", "por favor", "seria",
        }.Select(SpanishAnalyzer.StemOf),
        StringComparer.Ordinal);

    private ToolQuestion(string text, string written, int storyStart, IReadOnlyList<SaidWord> words, IReadOnlyList<SlotValue> values)
    {
        (Text, Written, StoryStart, Words, Values) = (text, written, storyStart, words, values);
        Stems = [.. words.Select(word => SpanishAnalyzer.IsStopWord(word.Folded) ? null : SpanishAnalyzer.StemOf(word.Folded))];
        AsksWhatItIs = WhatItIs.IsAsked([.. words.Where(word => word.Start < storyStart).Select(word => word.Folded)]);
        Asking = QuestionPattern.AskingWords(words.Where(word => word.Start < storyStart).Select(word => word.Folded));
    }

    /// <summary>What is asked, then what was told; folded.</summary>
    public string Text { get; }

    /// <summary>The same as it was written, if each character folds to one; else the same folded.</summary>
    public string Written { get; }

    /// <summary>Where what was told begins.</summary>
    public int StoryStart { get; }

    /// <summary>All words.</summary>
    public IReadOnlyList<SaidWord> Words { get; }

    /// <summary>The stem of each word; null for a stop word.</summary>
    public IReadOnlyList<string?> Stems { get; }

    /// <summary>The values found, in order.</summary>
    public IReadOnlyList<SlotValue> Values { get; }

    /// <summary>The interrogatives of what is asked.</summary>
    public IReadOnlySet<string> Asking { get; }

    /// <summary>Whether it asks what something is.</summary>
    public bool AsksWhatItIs { get; }

    /// <summary>Reads a question.</summary>
    /// <param name="asked">What is asked.</param>
    /// <param name="story">What was told around it; may be empty.</param>
    /// <param name="readers">Find the values.</param>
    public static ToolQuestion Of(string asked, string story, IEnumerable<ISlotReader> readers)
    {
        var core = SpanishAnalyzer.Fold(asked);
        var text = story.Length == 0 ? core : $"{core}\n{SpanishAnalyzer.Fold(story)}";
        var values = readers.SelectMany(reader => reader.Read(text)).OrderBy(value => value.Start).ThenByDescending(value => value.End).ToList();
        var written = story.Length == 0 ? asked : $"{asked}\n{story}";
        return new ToolQuestion(
            text, written.Length == text.Length ? written : text, story.Length == 0 ? text.Length : core.Length + 1, SaidWord.Of(text), values);
    }

    /// <summary>Whether a word belongs to what is asked.</summary>
    public bool IsAsked(int word) => Words[word].Start < StoryStart;

    /// <summary>Whether a word would have to be explained by a pattern.</summary>
    public bool IsContent(int word) => Stems[word] is { } stem && !Empty.Contains(stem);
}
