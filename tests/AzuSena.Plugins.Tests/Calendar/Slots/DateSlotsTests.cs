using AzuSena.Answering.Tools.Slots;
using AzuSena.Spanish;

namespace AzuSena.Plugins.Calendar.Slots;

/// <summary>Dates, periods and years as people write them, asked on Tuesday, 1 December 2026.</summary>
public sealed class DateSlotsTests
{
    [Theory]
    [InlineData("¿Es festivo el 25 de diciembre?", "2026-12-25")]
    [InlineData("el viernes 25 de diciembre de 2026", "2026-12-25")]
    [InlineData("el primero de mayo de 2027", "2027-05-01")]
    [InlineData("el veinte de julio del próximo año", "2027-07-20")]
    [InlineData("el 3/7/2026", "2026-07-03")]
    [InlineData("2026-07-03", "2026-07-03")]
    [InlineData("hoy", "2026-12-01")]
    [InlineData("¿pasado mañana?", "2026-12-03")]
    [InlineData("el próximo lunes", "2026-12-07")]
    [InlineData("el viernes que viene", "2026-12-04")]
    [InlineData("el lunes pasado", "2026-11-30")]
    [InlineData("dentro de 3 semanas", "2026-12-22")]
    [InlineData("hace diez días", "2026-11-21")]
    [InlineData("Viernes Santo de 2027", "2027-03-26")]
    [InlineData("para Navidad", "2026-12-25")]
    [InlineData("el día de San José", "2027-03-22")]
    [InlineData("el próximo lunes festivo", "2027-01-11")]
    [InlineData("el próximo festivo", "2026-12-08")]
    public void Read_Day_IsFound(string text, string day) => Read(text, SlotKind.Date).Should().ContainSingle().Which.Argument.Should().Be(day);

    [Theory]
    [InlineData("¿Estudio por la mañana?")]
    [InlineData("el 31 de febrero de 2026")]
    [InlineData("45 días hábiles")]
    [InlineData("en 45 días hábiles")]
    [InlineData("la Ley 51 de 1983")]
    public void Read_NoDay_IsNotFound(string text) => Read(text, SlotKind.Date).Should().BeEmpty();

    [Theory]
    [InlineData("entre el 1 y el 15 de junio de 2026", "2026-06-01", "2026-06-15")]
    [InlineData("del 3 de marzo al 5 de abril de 2026", "2026-03-03", "2026-04-05")]
    [InlineData("desde hoy hasta Navidad", "2026-12-01", "2026-12-25")]
    [InlineData("en marzo de 2026", "2026-03-01", "2026-03-31")]
    [InlineData("el primer semestre de 2027", "2027-01-01", "2027-06-30")]
    [InlineData("este mes", "2026-12-01", "2026-12-31")]
    [InlineData("la próxima semana", "2026-12-07", "2026-12-13")]
    [InlineData("en 2027", "2027-01-01", "2027-12-31")]
    public void Read_Period_IsFoundWithBothEnds(string text, string first, string last) =>
        Read(text, SlotKind.Period)[0].Should().BeEquivalentTo(new { Argument = first, Second = last });

    [Theory]
    [InlineData("en 2025", "2025")]
    [InlineData("este año", "2026")]
    [InlineData("el año pasado", "2025")]
    [InlineData("del próximo año", "2027")]
    public void Read_Year_IsFound(string text, string year) => Read(text, SlotKind.Year).Should().ContainSingle().Which.Argument.Should().Be(year);

    [Fact]
    public void Read_NumberLikeAYear_IsNone() => Read("¿Cuántos aprendices tocan con 2000 trabajadores?", SlotKind.Year).Should().BeEmpty();

    private static List<SlotValue> Read(string text, string kind) =>
        [.. new DateSlots(OnAFixedDay.Clock()).Read(SpanishAnalyzer.Fold(text)).Where(value => value.Kind == kind)];
}
