using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AzuSena.Plugins.Calendar;

public sealed class WorkingDaysTests
{
    private static readonly DateOnly First = new(ColombianHolidays.FirstYear, 1, 1);

    [Theory]
    [InlineData("2026-06-01", "2026-06-30", 19)] // 22 weekdays, less 8, 15 and 29 June.
    [InlineData("2025-06-30", "2025-07-04", 4)] // The shared Monday counts once.
    [InlineData("2026-08-08", "2026-08-09", 0)]
    [InlineData("2026-07-03", "2026-07-03", 1)]
    [InlineData("2025-12-29", "2026-01-13", 10)]
    public void Count_KnownSpan_IsCountedByHand(string first, string last, int days) => WorkingDays.Count(Day(first), Day(last)).Should().Be(days);

    [Property]
    public Property Count_AnySpan_IsTheSumOfItsDays() => Prop.ForAll(Days(), Gen.Choose(0, 800).ToArbitrary(), (first, length) =>
        Enumerable.Range(0, length + 1).Select(first.AddDays).Count(WorkingDays.IsWorkingDay).Should().Be(WorkingDays.Count(first, first.AddDays(length))));

    [Fact]
    public void Count_AllYearsOfTheLaw_IsDone() => WorkingDays.Count(First, DateOnly.MaxValue).Should().BeInRange(1_950_000, 2_000_000);

    [Property]
    public Property Add_AnyNumber_IsAWorkingDayThatMuchLater() => Prop.ForAll(Days(), Gen.Choose(1, 600).ToArbitrary(), (start, days) =>
    {
        var end = WorkingDays.Add(start, days)!.Value;

        WorkingDays.IsWorkingDay(end).Should().BeTrue();
        WorkingDays.Count(start.AddDays(1), end).Should().Be(days);
    });

    [Property]
    public Property Add_ThereAndBack_IsTheSameWorkingDay() => Prop.ForAll(Days(), Gen.Choose(1, 600).ToArbitrary(), (start, days) =>
    {
        var end = WorkingDays.Add(start, days)!.Value;

        WorkingDays.Add(end, -days).Should().Be(WorkingDays.IsWorkingDay(start) ? start : WorkingDays.Add(start, -1));
    });

    [Fact]
    public void Add_BeyondTheKnownYears_IsNull()
    {
        WorkingDays.Add(DateOnly.MaxValue, 1).Should().BeNull();
        WorkingDays.Add(First, -1).Should().BeNull();
    }

    private static Arbitrary<DateOnly> Days() =>
        Gen.Choose(First.AddDays(3).DayNumber, DateOnly.MaxValue.DayNumber - 1200).Select(DateOnly.FromDayNumber).ToArbitrary();

    private static DateOnly Day(string date) => DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
}
