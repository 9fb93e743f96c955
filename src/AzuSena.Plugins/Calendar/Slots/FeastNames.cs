using System.Globalization;
using System.Text.RegularExpressions;

namespace AzuSena.Plugins.Calendar.Slots;

/// <summary>Days that people know by name: <c>Navidad</c>, <c>el Viernes Santo de 2027</c>. Without a year, the next one.</summary>
internal static partial class FeastNames
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    /// <summary>The days, in order.</summary>
    public static IEnumerable<NamedDay> Read(string folded, DateOnly today)
    {
        foreach (Match match in Names().Matches(folded))
        {
            var name = match.Groups["name"].Value;
            var year = match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : (int?)null;
            if (year is < ColombianHolidays.FirstYear)
            {
                continue;
            }

            var day = year is { } given ? Of(name, given)
                : match.Groups["this"].Success || Of(name, today.Year) >= today ? Of(name, today.Year)
                : Of(name, today.Year + 1);
            yield return new NamedDay(match.Groups["it"].Index, match.Groups["it"].Index + match.Groups["it"].Length, day);
        }
    }

    private static DateOnly Of(string name, int year) => name switch
    {
        "navidad" => new DateOnly(year, 12, 25),
        "nochebuena" => new DateOnly(year, 12, 24),
        "ano nuevo" => new DateOnly(year, 1, 1),
        "fin de ano" => new DateOnly(year, 12, 31),
        "domingo de pascua" or "domingo de resurreccion" or "pascua" => Easter.Of(year),
        _ => ColombianHolidays.Of(year).First(holiday => holiday.Key == KeyOf(name)).Date,
    };

    private static string KeyOf(string name) => name switch
    {
        "reyes" or "reyes magos" or "dia de reyes" => "Epiphany",
        "san jose" => "SaintJoseph",
        "jueves santo" => "HolyThursday",
        "viernes santo" => "GoodFriday",
        "dia del trabajo" or "dia de los trabajadores" => "LabourDay",
        "ascension" or "ascension del senor" => "Ascension",
        "corpus christi" => "CorpusChristi",
        "sagrado corazon" or "sagrado corazon de jesus" => "SacredHeart",
        "san pedro y san pablo" or "san pedro" => "PeterAndPaul",
        "dia de la independencia" => "Independence",
        "batalla de boyaca" => "Boyaca",
        "asuncion de la virgen" or "asuncion" => "Assumption",
        "dia de la raza" => "Diversity",
        "todos los santos" => "AllSaints",
        "independencia de cartagena" => "Cartagena",
        _ => "ImmaculateConception",
    };

    [GeneratedRegex(
        @"\b(?<it>((el|la) )?(dia de )?(?<name>navidad|nochebuena|ano nuevo|fin de ano|domingo de pascua|domingo de resurreccion|pascua|reyes magos"
        + @"|dia de reyes|reyes|san jose|jueves santo|viernes santo|dia del trabajo|dia de los trabajadores|ascension del senor|ascension|corpus christi"
        + @"|sagrado corazon de jesus|sagrado corazon|san pedro y san pablo|san pedro|dia de la independencia|batalla de boyaca|asuncion de la virgen"
        + @"|asuncion|dia de la raza|todos los santos|independencia de cartagena|inmaculada concepcion|dia de las velitas)"
        + @"((,? (de|del|en)( ano)? (?<year>[0-9]{4}))|(?<this> (de )?este ano))?)\b", Options)]
    private static partial Regex Names();
}
