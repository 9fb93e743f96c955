using FsCheck;
using FsCheck.Fluent;

namespace AzuSena.Support;

/// <summary>Words and punctuation as people type them.</summary>
public sealed record SpanishText(string Value);

/// <summary>Any UTF-16 units at all: lone surrogates, marks, controls and unassigned ones too.</summary>
public sealed record HostileText(string Value);

/// <summary>A short word over few letters, so that two of them are often alike.</summary>
public sealed record ShortWord(string Value);

/// <summary>The generators of the property tests.</summary>
public static class Generators
{
    private const string Letters = "abcdefghijklmnñopqrstuvwxyzáéíóúüABCDEFGHIJKLMNÑOPQRSTUVWXYZÁÉÍÓÚÜ0123456789";

    private static readonly string[] Separators = [" ", " ", " ", ", ", ". ", "? ", "\n", " (", ") ", " «", "» ", "... ", ": "];

    private static readonly string[] Traps =
        ["\uD800", "\uDC00", "\uFFFE", "\uFFFF", "\uFEFF", "\0", "\u0301", "\u0327", "ﬁ", "Ａ", "ͺ", "\uFDFA", "İ", "\u200D", "😀", "\"", "'", "*", "AND",
            "\u2028", "\u0085"];

    public static Arbitrary<SpanishText> SpanishTexts() =>
        (from words in Gen.Elements(Letters.ToCharArray()).NonEmptyListOf().Select(string.Concat).NonEmptyListOf()
         from separators in Gen.Elements(Separators).ArrayOf(words.Count)
         select new SpanishText(string.Concat(words.Zip(separators, string.Concat)))).ToArbitrary();

    public static Arbitrary<HostileText> HostileTexts() =>
        Gen.Frequency(
                (4, Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString())),
                (4, Gen.Choose(0, 0x7F).Select(c => ((char)c).ToString())),
                (3, Gen.Elements(Letters.ToCharArray()).Select(c => c.ToString())),
                (2, Gen.Elements(Traps)))
            .ListOf()
            .Select(parts => new HostileText(string.Concat(parts)))
            .ToArbitrary();

    public static Arbitrary<ShortWord> ShortWords() =>
        Gen.Elements('a', 'b', 'c').ListOf().Resize(6).Select(letters => new ShortWord(string.Concat(letters))).ToArbitrary();

    /// <summary>A text of these parts, in any order and number.</summary>
    public static Gen<string> TextOf(params string[] parts) => Gen.Elements(parts).ListOf().Select(string.Concat);
}
