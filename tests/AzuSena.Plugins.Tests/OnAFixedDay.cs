using AzuSena.Memory.Corpus;
using AzuSena.Plugins.Calendar;
using AzuSena.Plugins.Sena;
using AzuSena.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AzuSena.Plugins;

/// <summary>The product's plugins as tests call them, on a fixed day.</summary>
internal static class OnAFixedDay
{
    /// <summary>Tuesday, 1 December 2026, in Bogotá.</summary>
    public static readonly DateTimeOffset Today = new(2026, 12, 1, 15, 0, 0, TimeSpan.Zero);

    /// <summary>The clock of that day.</summary>
    public static ColombianClock Clock() => new(new FakeTimeProvider(Today), Options.Create(new CalendarOptions()));

    /// <summary>The plugin <c>sena</c> over a corpus; the demonstration corpus by default.</summary>
    public static SenaPlugin Sena(string? corpus = null) =>
        new(new YearlyConstants(Options.Create(new CorpusOptions { CorpusDirectory = corpus ?? Repository.Corpus })), Clock());
}
