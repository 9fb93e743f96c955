using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AzuSena.Plugins.Calendar;

public sealed class ColombianHolidaysTests
{
    // As published for each year; the Sacred Heart and Saints Peter and Paul share a Monday in 2011, 2019 and 2025.
    [Theory]
    [InlineData(2011, "1-1 1-10 3-21 4-21 4-22 5-1 6-6 6-27 7-4 7-20 8-7 8-15 10-17 11-7 11-14 12-8 12-25")]
    [InlineData(2019, "1-1 1-7 3-25 4-18 4-19 5-1 6-3 6-24 7-1 7-20 8-7 8-19 10-14 11-4 11-11 12-8 12-25")]
    [InlineData(2022, "1-1 1-10 3-21 4-14 4-15 5-1 5-30 6-20 6-27 7-4 7-20 8-7 8-15 10-17 11-7 11-14 12-8 12-25")]
    [InlineData(2023, "1-1 1-9 3-20 4-6 4-7 5-1 5-22 6-12 6-19 7-3 7-20 8-7 8-21 10-16 11-6 11-13 12-8 12-25")]
    [InlineData(2024, "1-1 1-8 3-25 3-28 3-29 5-1 5-13 6-3 6-10 7-1 7-20 8-7 8-19 10-14 11-4 11-11 12-8 12-25")]
    [InlineData(2025, "1-1 1-6 3-24 4-17 4-18 5-1 6-2 6-23 6-30 7-20 8-7 8-18 10-13 11-3 11-17 12-8 12-25")]
    [InlineData(2026, "1-1 1-12 3-23 4-2 4-3 5-1 5-18 6-8 6-15 6-29 7-20 8-7 8-17 10-12 11-2 11-16 12-8 12-25")]
    public void Of_PublishedYear_IsThePublishedList(int year, string dates) =>
        string.Join(' ', ColombianHolidays.Of(year).Select(holiday => $"{holiday.Date.Month}-{holiday.Date.Day}").Distinct()).Should().Be(dates);

    [Fact]
    public void Of_EveryYear_HasEighteenNamesOnSeventeenOrEighteenDays()
    {
        for (var year = ColombianHolidays.FirstYear; year <= ColombianHolidays.LastYear; year++)
        {
            var holidays = ColombianHolidays.Of(year);
            var shared = Easter.Of(year) >= new DateOnly(year, 4, 19);

            holidays.Select(holiday => holiday.Name).Distinct().Should().HaveCount(18);
            holidays.Select(holiday => holiday.Date).Distinct().Should().HaveCount(shared ? 17 : 18, "Easter of {0} is on {1}", year, Easter.Of(year));
        }
    }

    [Property]
    public Property Of_AnyYear_MovesOnlyToTheNextMonday() => Prop.ForAll(Years(), year =>
    {
        foreach (var holiday in ColombianHolidays.Of(year).Where(holiday => holiday.Date != holiday.Feast))
        {
            holiday.Date.DayOfWeek.Should().Be(DayOfWeek.Monday);
            (holiday.Date.DayNumber - holiday.Feast.DayNumber).Should().BeInRange(1, 6);
        }
    });

    [Property]
    public Property Of_AnyYear_StaysInTheYearAndInOrder() => Prop.ForAll(Years(), year =>
        ColombianHolidays.Of(year).Should().OnlyContain(holiday => holiday.Date.Year == year).And.BeInAscendingOrder(holiday => holiday.Date));

    [Theory]
    [InlineData(1983)]
    [InlineData(10_000)]
    public void Of_YearWithoutTheLaw_Throws(int year) => FluentActions.Invoking(() => ColombianHolidays.Of(year)).Should().Throw<ArgumentOutOfRangeException>();

    private static Arbitrary<int> Years() => Gen.Choose(ColombianHolidays.FirstYear, ColombianHolidays.LastYear).ToArbitrary();
}
