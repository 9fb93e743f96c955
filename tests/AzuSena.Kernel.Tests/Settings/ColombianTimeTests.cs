using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Settings;

public sealed class ColombianTimeTests
{
    [Theory]
    [InlineData("2026-03-02T04:59:59Z", "2026-03-01")]
    [InlineData("2026-03-02T05:00:00Z", "2026-03-02")]
    [InlineData("2026-07-01T00:00:00Z", "2026-06-30")]
    public void ColombianToday_AnyMoment_IsTheDayInBogota(string moment, string day)
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        time.SetLocalTimeZone(TimeZoneInfo.Utc);

        time.ColombianToday().Should().Be(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Find_ZoneThatTheMachineDoesNotKnow_IsFiveHoursBehind() =>
        ColombianTime.Find("Nowhere/Atlantis").GetUtcOffset(DateTimeOffset.UnixEpoch).Should().Be(TimeSpan.FromHours(-5));
}
