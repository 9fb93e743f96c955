using System.Collections.Concurrent;
using AzuSena.Passages;

namespace AzuSena.Answering.Ranking;

/// <summary>Keeps divided passages, which the next questions about the same documents need again. Safe for concurrent use.</summary>
internal static class QuotablePassages
{
    // Some ten kilobytes each.
    private const int Capacity = 2_000;

    private static readonly ConcurrentDictionary<string, QuotablePassage> Known = new(StringComparer.Ordinal);

    /// <summary>The passage, divided.</summary>
    public static QuotablePassage Of(Passage passage)
    {
        if (Known.TryGetValue(passage.Id, out var known) && IsSame(known.Passage, passage))
        {
            return known;
        }

        if (Known.Count >= Capacity)
        {
            Known.Clear();
        }

        return Known[passage.Id] = new QuotablePassage(passage);
    }

    // A passage keeps its id if only its document's title, its headings or its listed questions change.
    private static bool IsSame(Passage known, Passage passage) =>
        known.Text == passage.Text && known.Place == passage.Place && Listed(known).SequenceEqual(Listed(passage), StringComparer.Ordinal);

    private static IEnumerable<string> Listed(Passage passage) => passage.Questions.SelectMany(section => section.Questions.Prepend(section.Heading ?? ""));
}
