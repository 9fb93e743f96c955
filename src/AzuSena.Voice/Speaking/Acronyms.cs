using System.Globalization;
using System.Text;
using AzuSena.Spanish.Numbers;

namespace AzuSena.Voice.Speaking;

/// <summary>
/// Words in capitals: read as words if they are pronounceable in Spanish, spelled out otherwise, and read as numbers if they are Roman numerals.
/// </summary>
internal static class Acronyms
{
    // Larger numerals (CD, MC) are read as acronyms; single letters too.
    private const int FirstNoNumeral = 50;
    private const string Vowels = "AEIOUÁÉÍÓÚÜ";

    // Valid syllable onsets before a vowel; valid word endings.
    private static readonly HashSet<string> Onsets = ["BL", "BR", "CH", "CL", "CR", "DR", "FL", "FR", "GL", "GR", "GU", "LL", "PL", "PR", "QU", "RR", "TR"];
    private const string Codas = "DLNRSZXTCMB";

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["SENA"] = "Sena",
        ["SENNOVA"] = "Senova",
        ["SOFIA"] = "Sofía",
        ["NIT"] = "nit",
        ["RUT"] = "rut",
        ["APE"] = "ape",
        ["ICFES"] = "Icfes",
        ["ICETEX"] = "Icetex",
        ["SENASOFT"] = "Senasoft",
        ["TECNOPARQUE"] = "Tecnoparque",
        ["COVID"] = "covid",
        ["SGVA"] = "ese ge ve a",
        ["PQRS"] = "pe cu erre ese",
        ["LMS"] = "ele eme ese",
        ["UVT"] = "u ve te",
        ["EPS"] = "e pe ese",
        ["ARL"] = "a erre ele",
        ["TI"] = "te i",
        ["CE"] = "ce e",
        ["CC"] = "ce ce",
        ["PEP"] = "pep",
        ["PPT"] = "pe pe te",
    };

    private static readonly Dictionary<char, string> Letters = new()
    {
        ['A'] = "a",
        ['B'] = "be",
        ['C'] = "ce",
        ['D'] = "de",
        ['E'] = "e",
        ['F'] = "efe",
        ['G'] = "ge",
        ['H'] = "hache",
        ['I'] = "i",
        ['J'] = "jota",
        ['K'] = "ka",
        ['L'] = "ele",
        ['M'] = "eme",
        ['N'] = "ene",
        ['Ñ'] = "eñe",
        ['O'] = "o",
        ['P'] = "pe",
        ['Q'] = "cu",
        ['R'] = "erre",
        ['S'] = "ese",
        ['T'] = "te",
        ['U'] = "u",
        ['V'] = "ve",
        ['W'] = "doble ve",
        ['X'] = "equis",
        ['Y'] = "ye",
        ['Z'] = "zeta",
    };

    /// <summary>The spoken form of a word in capitals.</summary>
    public static string Say(string word)
    {
        var capitals = word.TrimEnd('s');
        if (Known.TryGetValue(capitals, out var said))
        {
            return said;
        }

        return capitals.Length > 1 && NumberValues.Roman(capitals) is { } number and < FirstNoNumeral
            ? number.ToString(CultureInfo.InvariantCulture)
            : IsSayable(capitals) ? word.ToLowerInvariant()
            : string.Join(' ', capitals.Select(letter => Letters.GetValueOrDefault(letter, char.ToLowerInvariant(letter).ToString())));
    }

    // A pronounceable word: between two vowels at most a coda and an onset.
    private static bool IsSayable(string word)
    {
        if (word.Length < 3
            || !Vowels.Contains(word[0], StringComparison.Ordinal)
                && !Vowels.Contains(word[1], StringComparison.Ordinal)
                && !Onsets.Contains(word[..2]))
        {
            return false;
        }

        var consonants = new StringBuilder();
        foreach (var letter in word)
        {
            if (!Vowels.Contains(letter, StringComparison.Ordinal))
            {
                consonants.Append(letter);
                continue;
            }

            if (!IsBetweenVowels(consonants.ToString()))
            {
                return false;
            }

            consonants.Clear();
        }

        return word.Any(letter => Vowels.Contains(letter, StringComparison.Ordinal))
            && (consonants.Length == 0 || (consonants.Length == 1 && Codas.Contains(consonants[0], StringComparison.Ordinal)));
    }

    private static bool IsBetweenVowels(string consonants) => consonants.Length <= 1
        || Onsets.Contains(consonants)
        || (consonants.Length == 2 && Codas.Contains(consonants[0], StringComparison.Ordinal))
        || (consonants.Length == 3 && Codas.Contains(consonants[0], StringComparison.Ordinal) && Onsets.Contains(consonants[1..]));
}
