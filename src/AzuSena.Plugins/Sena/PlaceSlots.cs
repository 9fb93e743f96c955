using AzuSena.Answering.Tools.Slots;
using AzuSena.Spanish;

namespace AzuSena.Plugins.Sena;

/// <summary>Reads departments and municipalities in a question.</summary>
internal sealed class PlaceSlots : ISlotReader
{
    // A longer name first: "Valle del Cauca" is not Cauca.
    private static readonly IReadOnlyList<(string Folded, string Name)> Names =
    [
        .. SenaPlaces.All.Select(place => (Folded: SpanishAnalyzer.Fold(place), Name: place)).OrderByDescending(place => place.Folded.Length),
    ];

    /// <inheritdoc/>
    public IEnumerable<SlotValue> Read(string folded)
    {
        var found = new List<SlotValue>();
        foreach (var (name, shown) in Names)
        {
            for (var at = folded.IndexOf(name, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                var value = new SlotValue(SlotKind.Place, at, at + name.Length, shown, shown);
                if (WordBoundary.IsAt(folded, at) && WordBoundary.IsAt(folded, value.End) && !found.Exists(value.Overlaps))
                {
                    found.Add(value);
                }
            }
        }

        return found.OrderBy(value => value.Start);
    }
}
