using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AzuSena.Plugins.Calendar;

public sealed class SpanishDateTests
{
    private static readonly DateOnly Today = new(2026, 2, 27);

    [Theory]
    [InlineData("2026-07-03")]
    [InlineData(" 2026-7-3 ")]
    [InlineData("2026-07-03T00:00:00Z")]
    [InlineData("3 de julio de 2026")]
    [InlineData("3 de julio del 2026.")]
    [InlineData("3 de Julio de 2026")]
    [InlineData("3 de julio")]
    [InlineData("3 julio 2026")]
    [InlineData("el viernes 3 de julio de 2026")]
    [InlineData("viernes, 3 de julio del año 2026")]
    [InlineData("VIERNES 3 DE JULIO DE 2026")]
    [InlineData("3/7/2026")]
    [InlineData("03-07-2026")]
    public void Read_AWayToWriteIt_IsTheDate(string text) => SpanishDate.Read(text, Today).Should().Be(new DateReading(new DateOnly(2026, 7, 3)));

    [Theory]
    [InlineData("hoy", "2026-02-27")]
    [InlineData("Mañana", "2026-02-28")]
    [InlineData("pasado man\u0303ana", "2026-03-01")]
    [InlineData("ayer", "2026-02-26")]
    [InlineData("1º de mayo de 2026", "2026-05-01")]
    [InlineData("primero de mayo de 2026", "2026-05-01")]
    [InlineData("15 de setiembre de 2026", "2026-09-15")]
    [InlineData("miercoles 25 de febrero de 2026", "2026-02-25")]
    [InlineData("29 de febrero de 2028", "2028-02-29")]
    public void Read_Relative_CountsFromToday(string text, string date) =>
        SpanishDate.Read(text, Today).Should().Be(new DateReading(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("", "No entiendo")]
    [InlineData("next Friday", "No entiendo")]
    [InlineData("3 de julio\ud800", "No entiendo")]
    [InlineData("3 de juliembre de 2026", "No entiendo")]
    [InlineData("30 de febrero de 2026", "no existe")]
    [InlineData("2026-13-01", "no existe")]
    [InlineData("0000-01-01", "no existe")]
    [InlineData("0 de enero de 2026", "no existe")]
    [InlineData("1582-12-31", "no existe")]
    [InlineData("lunes 3 de julio de 2026", "es viernes")]
    public void Read_NoDate_SaysWhatToDo(string text, string problem) => SpanishDate.Read(text, Today).Problem.Should().Contain(problem);

    [Property]
    public Property Read_WhatWasWritten_IsTheSameDate() => Prop.ForAll(
        Gen.Choose(new DateOnly(SpanishDate.FirstYear, 1, 1).DayNumber, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary(),
        date => (SpanishDate.Read(SpanishDate.Long(date), Today).Date == date && SpanishDate.Read(SpanishDate.Short(date), Today).Date == date)
            .Should().BeTrue());

    [Property]
    public void Read_AnyText_IsADateOrAProblem(NonNull<string> text) =>
        (SpanishDate.Read(text.Get, Today) is { Problem: null } or { Problem.Length: > 0 and < 200 }).Should().BeTrue();
}
