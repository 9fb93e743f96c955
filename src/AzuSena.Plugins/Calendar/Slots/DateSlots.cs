using System.Runtime.InteropServices;
using AzuSena.Answering.Tools.Slots;

namespace AzuSena.Plugins.Calendar.Slots;

/// <summary>Reads days, periods and years in a question: <c>el 25 de diciembre</c>, <c>el próximo lunes festivo</c>, <c>del 3 al 15 de marzo</c>.</summary>
internal sealed class DateSlots(ColombianClock clock) : ISlotReader
{
    /// <inheritdoc/>
    public IEnumerable<SlotValue> Read(string folded)
    {
        var today = clock.Today;
        var days = DayReader.Read(folded, today);
        var periods = PeriodReader.Read(folded, days, today);
        return days.Select(day => new SlotValue(SlotKind.Date, day.Start, day.End, Iso(day.Day), SpanishDate.Short(day.Day)))
            .Concat(periods.Select(period => new SlotValue(
                SlotKind.Period, period.Start, period.End, Iso(period.First), $"del {SpanishDate.Short(period.First)} al {SpanishDate.Short(period.Last)}")
            {
                Second = Iso(period.Last),
            }))
            .Concat(YearReader.Read(folded, today));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A day named in a text.</summary>
/// <param name="Start">Where its name starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Day">The day.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NamedDay(int Start, int End, DateOnly Day);

/// <summary>A run of days named in a text.</summary>
/// <param name="Start">Where its name starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NamedPeriod(int Start, int End, DateOnly First, DateOnly Last);
