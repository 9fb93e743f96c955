using System.Globalization;
using System.Text.RegularExpressions;
using AzuSena.Spanish;

namespace AzuSena.Evaluation.Grounding;

/// <summary>Makes a true sentence false in one place. Half of the time a number or name is replaced by another one of the same paragraph.</summary>
internal static partial class SentenceAlteration
{
    private static readonly string[] NumberWords =
    [
        "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "doce", "quince", "veinte", "treinta", "cien"
    ];
    private static readonly string[] Months =
    [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"
    ];

    /// <summary>Replaces a number with another; null if there is none.</summary>
    public static string? Number(string sentence, string paragraph, Random random)
    {
        if (Pick(Numbers().Inner(sentence), random) is not { } chosen)
        {
            return null;
        }

        var isWord = char.IsLetter(chosen.Value[0]);
        var near = (isWord
                ? NumberWords.Where(paragraph.Contains)
                : Numbers().Inner(paragraph).Select(match => match.Value).Where(value => char.IsAsciiDigit(value[0])))
            .Where(value => !sentence.Contains(value, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        var other = near.Length > 0 && random.Next(2) == 0 ? near[random.Next(near.Length)]
            : isWord ? NumberWords.Where(word => !sentence.Contains(word, StringComparison.OrdinalIgnoreCase)).ElementAt(random.Next(5))
            : OtherDigits(chosen.Value, random);
        return Replace(sentence, chosen, other);
    }

    /// <summary>Replaces a day, month or year; null if there is no date.</summary>
    public static string? Date(string sentence, Random random)
    {
        if (Pick(DateParts().Inner(sentence), random) is not { } chosen)
        {
            return null;
        }

        var other = char.IsLetter(chosen.Value[0])
            ? Months.Where(month => !sentence.Contains(month, StringComparison.OrdinalIgnoreCase)).ElementAt(random.Next(8))
            : (int.Parse(chosen.Value, CultureInfo.InvariantCulture)
                + (chosen.Length > 2 ? random.Next(1, 40) : chosen.Value is "28" or "29" or "30" or "31" ? -random.Next(1, 20) : 1))
                .ToString(CultureInfo.InvariantCulture);
        return Replace(sentence, chosen, other);
    }

    /// <summary>Replaces a name; null if the sentence has none.</summary>
    public static string? Name(string sentence, string paragraph, IReadOnlyList<string> names, Random random)
    {
        if (Pick(Names().Inner(sentence), random) is not { } chosen)
        {
            return null;
        }

        var near = Names().Inner(paragraph).Select(match => match.Value).Where(name => !sentence.Contains(name, StringComparison.Ordinal)).ToArray();
        var far = names[random.Next(names.Count)];
        return near.Length > 0 && random.Next(2) == 0 ? Replace(sentence, chosen, near[random.Next(near.Length)])
            : sentence.Contains(far, StringComparison.Ordinal) || far.Contains(chosen.Value, StringComparison.Ordinal) ? null
            : Replace(sentence, chosen, far);
    }

    /// <summary>Removes a "no", or inserts one before a verb.</summary>
    public static string? Negation(string sentence, Random random) =>
        Pick(Denials().Inner(sentence), random) is { } denial ? sentence.Remove(denial.Index, denial.Length)
        : Pick(Verbs().Inner(sentence), random) is { } verb ? sentence.Insert(verb.Index, "no ")
        : null;

    /// <summary>The names of a text.</summary>
    public static IEnumerable<string> NamesOf(string text) => Names().Inner(text).Select(match => match.Value);

    private static string OtherDigits(string digits, Random random)
    {
        var letters = digits.ToCharArray();
        var at = Enumerable.Range(0, letters.Length).Where(i => char.IsAsciiDigit(letters[i])).ElementAt(random.Next(letters.Count(char.IsAsciiDigit)));
        letters[at] = (char)('1' + ((letters[at] - '1' + random.Next(1, 9) + 9) % 9));
        return new string(letters) == digits ? $"{digits}1" : new string(letters);
    }

    private static Group? Pick(List<Group> matches, Random random) => matches.Count == 0 ? null : matches[random.Next(matches.Count)];

    private static string Replace(string sentence, Capture match, string other) =>
        string.Concat(sentence.AsSpan(0, match.Index), other, sentence.AsSpan(match.Index + match.Length));

    [GeneratedRegex(
        @"(?:\A|[^\p{L}\d.,-])(?<it>\d+(?:[.,]\d+)*)(?:[^\p{L}\d]|\z)"
        + @"|\b(?<it>dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|cien)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"\b(?<it>1[0-9]{3}|20[0-2][0-9]|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b"
        + @"|\b(?<it>[1-9]|[12][0-9]|3[01]) de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DateParts();

    [GeneratedRegex(
        @"[\p{Ll},] (?<it>\p{Lu}\p{Ll}{2,}(?: (?:de |del |la )?\p{Lu}\p{Ll}{2,})*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Names();

    [GeneratedRegex(@"(?<it>\b[Nn]o )", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Denials();

    [GeneratedRegex(
        @" (?<it>es|son|fue|fueron|era|eran|está|están|tiene|tienen|tenía|puede|pueden|ha|han|había|hay|se|utiliza|incluye|permite|requiere) ",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Verbs();
}
