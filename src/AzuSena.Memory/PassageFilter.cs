using System.Globalization;
using System.Text.Json;
using AzuSena.Memory.Storage;

namespace AzuSena.Memory;

/// <summary>Limits a search to passages by the metadata of their documents. Null properties are ignored.</summary>
/// <param name="Source">A part of the document's source (<c>fuente</c>), ignoring case and accents.</param>
/// <param name="Topics">Topics of which the document must have one (<c>temas</c>), ignoring case and accents.</param>
/// <param name="From">The earliest day as of which the document may hold (<c>fecha</c>).</param>
/// <param name="To">The latest one.</param>
/// <param name="Path">The document's path below the corpus folder.</param>
public sealed record PassageFilter(
    string? Source = null,
    IReadOnlyList<string>? Topics = null,
    DateOnly? From = null,
    DateOnly? To = null,
    string? Path = null)
{
    /// <summary>The filter as a condition; null if it is empty.</summary>
    internal PassageCondition? ToCondition()
    {
        var values = new List<object?>();
        var parts = new List<string>();
        Ask("instr(fold(d.source), fold({0})) > 0", Source);
        Ask("EXISTS (SELECT 1 FROM json_each(d.topics) t JOIN json_each({0}) wanted ON fold(t.value) = fold(wanted.value))",
                Topics is null ? null : JsonSerializer.Serialize(Topics));
        Ask("d.as_of >= {0}", From?.ToString("O", CultureInfo.InvariantCulture));
        Ask("d.as_of <= {0}", To?.ToString("O", CultureInfo.InvariantCulture));
        Ask("d.path = {0}", Path);
        return parts.Count == 0 ? null : new PassageCondition(string.Join(" AND ", parts), values);

        void Ask(string sql, string? value)
        {
            if (value is not null)
            {
                values.Add(value);
                parts.Add(string.Format(CultureInfo.InvariantCulture, sql, $"${values.Count}"));
            }
        }
    }
}
