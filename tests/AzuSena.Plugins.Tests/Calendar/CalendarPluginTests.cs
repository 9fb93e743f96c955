using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins.Calendar;

public sealed class CalendarPluginTests
{
    // Two in the morning of the 26th in UTC is still the evening of the 25th in Bogotá.
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Today_EveningInBogota_IsTheDayThere() => Plugin().Today().Should().Be("Hoy es miércoles 25 de noviembre de 2026 en Colombia.");

    [Fact]
    public void Today_NoTimeZoneDataOnTheMachine_IsFiveHoursBehindUtc() =>
        new CalendarPlugin(new ColombianClock(new FakeTimeProvider(Now), Options.Create(new CalendarOptions { TimeZone = "America/Macondo" })))
            .Today().Should().StartWith("Hoy es miércoles 25 de noviembre de 2026");

    [Fact]
    public void DayOfWeek_NothingGiven_SaysWhatToWrite() => Plugin().DayOfWeek(null!).Should().Contain("Escríbela como");

    [Fact]
    public void Today_Holiday_NamesIt() =>
        Plugin(new DateTimeOffset(2026, 12, 25, 15, 0, 0, TimeSpan.Zero)).Today().Should().EndWith("Se celebra: Navidad.");

    [Theory]
    [InlineData("2026-07-03", "El 3 de julio de 2026 es viernes.")]
    [InlineData("4 de julio de 1776", "El 4 de julio de 1776 es jueves.")]
    [InlineData("nunca", "No entiendo la fecha «nunca». Escríbela como 2026-07-03 o «3 de julio de 2026».")]
    public void DayOfWeek_Date_IsToldInSpanish(string date, string answer) => Plugin().DayOfWeek(date).Should().Be(answer);

    [Theory]
    [InlineData("2026-12-25", "Faltan 30 días para el viernes 25 de diciembre de 2026.")]
    [InlineData("mañana", "Falta 1 día para el jueves 26 de noviembre de 2026.")]
    [InlineData("hoy", "El miércoles 25 de noviembre de 2026 es hoy.")]
    [InlineData("ayer", "Pasó 1 día desde el martes 24 de noviembre de 2026.")]
    [InlineData("2026-01-01", "Pasaron 328 días desde el jueves 1 de enero de 2026.")]
    public void DaysUntil_Date_CountsFromToday(string date, string answer) => Plugin().DaysUntil(date).Should().Be(answer);

    [Theory]
    [InlineData("2026-06-29", "Sí, el lunes 29 de junio de 2026 es festivo en Colombia. Se celebra: San Pedro y San Pablo.")]
    [InlineData("2025-06-30", "Sí, el lunes 30 de junio de 2025 es festivo en Colombia. Se celebra: San Pedro y San Pablo y Sagrado Corazón de Jesús.")]
    [InlineData("2026-07-03", "No, el viernes 3 de julio de 2026 no es festivo en Colombia.")]
    [InlineData("2026-01-06",
        "No, el martes 6 de enero de 2026 no es festivo en Colombia. Día de los Reyes Magos: su festivo se trasladó al lunes 12 de enero de 2026.")]
    [InlineData("1983-12-25", "Los festivos y los días hábiles se calculan con la Ley 51 de 1983, de 1984 a 9999. Usa fechas de esos años.")]
    public void IsHoliday_Date_IsToldWithItsName(string date, string answer) => Plugin().IsHoliday(date).Should().Be(answer);

    [Fact]
    public void Holidays_NoYear_AreThoseOfThisYear()
    {
        var lines = Plugin().Holidays().Split('\n');

        lines.Should().HaveCount(18);
        lines[1].Should().Be("- lunes 12 de enero de 2026: Día de los Reyes Magos");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(1983)]
    [InlineData(int.MaxValue)]
    public void Holidays_YearWithoutTheLaw_SaysWhichYearsWork(int year) => Plugin().Holidays(year).Should().Contain("de 1984 a 9999");

    [Theory]
    [InlineData("2026-06-01", "2026-06-30",
        "Días hábiles del 1 de junio de 2026 al 30 de junio de 2026: 19 si se cuentan los dos extremos, 18 si no se cuenta el primero.")]
    [InlineData("2026-06-30", "2026-06-01",
        "Días hábiles del 1 de junio de 2026 al 30 de junio de 2026: 19 si se cuentan los dos extremos, 18 si no se cuenta el primero.")]
    [InlineData("2026-06-29", "2026-06-30",
        "Días hábiles del 29 de junio de 2026 al 30 de junio de 2026: 1 si se cuentan los dos extremos, 1 si no se cuenta el primero.")]
    public void WorkingDaysBetween_Dates_CountsBothWays(string start, string end, string answer) => Plugin().WorkingDaysBetween(start, end).Should().Be(answer);

    [Theory]
    [InlineData("2026-06-26", 1, "1 día hábil después del 26 de junio de 2026 es el martes 30 de junio de 2026.")]
    [InlineData("2026-11-25", 15, "15 días hábiles después del 25 de noviembre de 2026, sin contar ese día, es el jueves 17 de diciembre de 2026.")]
    [InlineData("2026-01-13", -2, "2 días hábiles antes del 13 de enero de 2026, sin contar ese día, es el jueves 8 de enero de 2026.")]
    [InlineData("2026-01-13", 0, "La cantidad de días hábiles debe estar entre 1 y 10000, o entre -1 y -10000 para restar.")]
    [InlineData("2026-01-13", int.MinValue, "La cantidad de días hábiles debe estar entre 1 y 10000, o entre -1 y -10000 para restar.")]
    [InlineData("9999-12-31", 1, "Los festivos y los días hábiles se calculan con la Ley 51 de 1983, de 1984 a 9999. Usa fechas de esos años.")]
    public void AddWorkingDays_Number_GivesTheDate(string date, int days, string answer) => Plugin().AddWorkingDays(days, date).Should().Be(answer);

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("tr-TR")]
    [InlineData("es-CO")]
    [InlineData("")]
    public async Task InvokeAsync_AnyCulture_SaysTheSame(string culture)
    {
        var plugin = KernelPluginFactory.CreateFromObject(Plugin(), "calendar");
        var previous = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            var answer = await plugin["add_working_days"]
                .InvokeAsync<string>(new Kernel(), new KernelArguments { ["date"] = "VIERNES 26 de JUNIO de 2026", ["days"] = "2" });

            answer.Should().Be("2 días hábiles después del 26 de junio de 2026, sin contar ese día, es el miércoles 1 de julio de 2026.");
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = previous;
        }
    }

    private static CalendarPlugin Plugin(DateTimeOffset? now = null) =>
        new(new ColombianClock(new FakeTimeProvider(now ?? Now), Options.Create(new CalendarOptions())));
}
