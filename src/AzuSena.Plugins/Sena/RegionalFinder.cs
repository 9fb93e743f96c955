using System.Globalization;
using System.Text;

namespace AzuSena.Plugins.Sena;

/// <summary>Finds the regional office of a place from its name in everyday use.</summary>
internal sealed class RegionalFinder(IReadOnlyList<Regional> regionales)
{
    // Shorter words, such as "de" and "san", are parts of many names.
    private const int MinPart = 4;

    /// <summary>
    /// The regional offices whose department or capital the text names. If one name contains another the longer one counts: <c>Cali, Valle del Cauca</c> is not
    /// Cauca. If no whole name is found, a part of one is enough: <c>Valle</c>, <c>Guajira</c>.
    /// </summary>
    public IReadOnlyList<Regional> Find(string place)
    {
        var text = Phrase(place);
        var names = regionales.SelectMany(regional => Names(regional).Select(name => (Regional: regional, Phrase: Phrase(name)))).ToList();
        var named = names.Where(name => text.Contains(name.Phrase, StringComparison.Ordinal)).ToList();
        if (named.Count == 0 && text.Trim().Length >= MinPart)
        {
            named = names.Where(name => name.Phrase.Contains(text, StringComparison.Ordinal)).ToList();
        }

        return [.. named
            .Where(name =>
                !named.Any(other =>
                    other.Phrase.Length > name.Phrase.Length
                    && other.Phrase.Contains(name.Phrase, StringComparison.Ordinal)
                    && other.Regional != name.Regional))
            .Select(name => name.Regional)
            .Distinct()];
    }

    private static IEnumerable<string> Names(Regional regional) => regional.Capital is null ? [regional.Name] : [regional.Name, regional.Capital];

    // Enclosed in spaces, so that only whole words match.
    private static string Phrase(string text)
    {
        var words = new StringBuilder(" ");
        foreach (var letter in string.Concat(text.EnumerateRunes())
            .Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
        {
            if (char.IsLetterOrDigit(letter))
            {
                words.Append(char.ToLowerInvariant(letter));
            }
            else if (words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }
}
