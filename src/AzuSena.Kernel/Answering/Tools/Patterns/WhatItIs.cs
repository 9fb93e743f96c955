namespace AzuSena.Answering.Tools.Patterns;

/// <summary>"¿Qué es …?": a question for what something is, not for one of its values.</summary>
internal static class WhatItIs
{
    private static readonly string[] Verbs = ["es", "son", "significa", "significan"];

    // "¿Será que es festivo?", "¿para qué es?", "lo que es": the words do not ask what something is.
    private static readonly string[] Before = ["sera", "sabe", "cree", "crees", "creo", "parece", "dicen", "dijeron", "lo", "para", "por", "asi"];

    /// <summary>Whether a question asks so.</summary>
    /// <param name="words">Its folded words.</param>
    public static bool IsAsked(IReadOnlyList<string> words) => Enumerable.Range(0, Math.Max(0, words.Count - 1)).Any(index =>
        words[index] == "que" && Verbs.Contains(words[index + 1]) && !(index > 0 && Before.Contains(words[index - 1]))
        // "¿Qué es lo que gana …?" asks for what it names afterwards.
        && words.ElementAtOrDefault(index + 2) != "lo");

    /// <summary>Whether a pattern can be asked so: its words, or two pieces that follow each other.</summary>
    /// <param name="pieces">The pieces of the pattern.</param>
    public static bool CanAsk(IReadOnlyList<PatternPiece> pieces) =>
        pieces.OfType<PatternWords>().Any(piece => piece.Alternatives.Any(wording => IsAsked(wording.Words)))
        || pieces.Zip(pieces.Skip(1)).Any(pair => pair is (PatternWords asking, PatternWords verb)
            && asking.Alternatives.Any(wording => wording.Words is [.., "que"])
            && verb.Alternatives.Any(wording => wording.Words is [var first, ..] && Verbs.Contains(first)));
}
