using AzuSena.Answering.Ranking;
using AzuSena.Memory.Reading;

namespace AzuSena.Support;

/// <summary>Readers whose opinion a test gives.</summary>
internal static class Readers
{
    /// <summary>No reader is installed.</summary>
    public static QuoteReading None { get; } = new(new ReaderDouble(_ => null, ReadingOutcome.NotReady));

    /// <summary>A reader that gives each unit the log odds of its text; null if it does not read it.</summary>
    public static IPassageReader Of(Func<string, float?> logOdds) => new ReaderDouble(logOdds, ReadingOutcome.Read);

    private sealed class ReaderDouble(Func<string, float?> logOdds, ReadingOutcome outcome) : IPassageReader
    {
        public Task<PassageReading> ReadAsync(string question, IReadOnlyList<UnitToRead> units, CancellationToken cancellationToken) =>
            Task.FromResult(new PassageReading(outcome, units
                .Select(unit => (Key: (unit.Passage.Id, unit.Unit), LogOdds: logOdds(TextOf(unit))))
                .Where(unit => unit.LogOdds is not null)
                .ToDictionary(unit => unit.Key, unit => unit.LogOdds!.Value)));

        private static string TextOf(UnitToRead unit) => unit.Passage.Text[Passages.PassageUnits.Split(unit.Passage.Text)[unit.Unit].Span];
    }
}
