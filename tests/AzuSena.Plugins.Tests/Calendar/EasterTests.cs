namespace AzuSena.Plugins.Calendar;

public sealed class EasterTests
{
    [Theory]
    [InlineData("1984-04-22")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2038-04-25")]
    [InlineData("2285-03-22")]
    public void Of_PublishedYear_IsThePublishedSunday(string date)
    {
        var published = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);

        Easter.Of(published.Year).Should().Be(published);
    }

    [Fact]
    public void Of_EveryYear_AgreesWithTheOtherAlgorithm()
    {
        for (var year = ColombianHolidays.FirstYear; year <= ColombianHolidays.LastYear; year++)
        {
            Easter.Of(year).Should().Be(GaussLichtenberg(year));
        }
    }

    // Gauss's formula as H. Lichtenberg completed it (Historia Mathematica 24, 1997, 441-444), which needs no exceptions either.
    private static DateOnly GaussLichtenberg(int year)
    {
        var k = year / 100;
        var m = 15 + (((3 * k) + 3) / 4) - (((8 * k) + 13) / 25);
        var s = 2 - (((3 * k) + 3) / 4);
        var a = year % 19;
        var d = ((19 * a) + m) % 30;
        var r = (d + (a / 11)) / 29;
        var fullMoon = 21 + d - r;
        var sunday = 7 - ((year + (year / 4) + s) % 7);
        var distance = 7 - ((((fullMoon - sunday) % 7) + 7) % 7);
        return new DateOnly(year, 3, 1).AddDays(fullMoon + distance - 1);
    }
}
