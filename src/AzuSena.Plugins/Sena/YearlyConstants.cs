using System.Text.Json;
using AzuSena.Memory.Corpus;
using Microsoft.Extensions.Options;

namespace AzuSena.Plugins.Sena;

/// <summary>An amount that a decree fixes for a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Value">The amount, in pesos a month.</param>
/// <param name="Source">The decree.</param>
/// <param name="Date">When it was issued.</param>
/// <param name="Note">What else to know of it; null if nothing.</param>
public sealed record YearlyAmount(int Year, decimal Value, string Source, DateOnly Date, string? Note = null);

/// <summary>The amounts of the years, from <c>datos/constantes.json</c> of the corpus; the demonstration corpus's if an operator's has none.</summary>
/// <remarks>Read again when the file changes. Safe for concurrent use.</remarks>
public sealed class YearlyConstants(IOptions<CorpusOptions> corpus)
{
    private const string FileName = "constantes.json";
    private (DateTime Written, Constants Read)? _cached;

    /// <summary>The minimum wage of the years.</summary>
    public IReadOnlyList<YearlyAmount> MinimumWage => Current().MinimumWage;

    /// <summary>The transport allowance of the years.</summary>
    public IReadOnlyList<YearlyAmount> TransportAllowance => Current().TransportAllowance;

    private Constants Current()
    {
        var file = new FileInfo(Path.Combine(corpus.Value.CorpusDirectory, CorpusFolder.Data, FileName));
        var written = file.Exists ? file.LastWriteTimeUtc : DateTime.MinValue;
        if (_cached is { } known && known.Written == written)
        {
            return known.Read;
        }

        using var stream = file.Exists ? file.OpenRead() : typeof(YearlyConstants).Assembly.GetManifestResourceStream("AzuSena.Sena.constantes.json")!;
        var read = JsonSerializer.Deserialize<Constants>(stream, SenaFacts.Json)!;
        _cached = (written, read);
        return read;
    }

    private sealed record Constants(IReadOnlyList<YearlyAmount> MinimumWage, IReadOnlyList<YearlyAmount> TransportAllowance);
}
