namespace AzuSena.Memory.Reading;

/// <summary>The tokens of a question and of whole units of one passage, as one input of the network: <c>[CLS] question [SEP] heading units [SEP]</c>.</summary>
/// <param name="Ids">The token ids.</param>
/// <param name="TextStart">Where the passage begins.</param>
/// <param name="Units">For each token the index of its unit; -1 for tokens of no unit.</param>
internal sealed record ReadingWindow(int[] Ids, int TextStart, int[] Units)
{
    private const int MaxTokens = 128;
    private const int MaxQuestion = 36;
    private const int MaxHeading = 16;

    /// <summary>Whether the window has tokens of a unit.</summary>
    public bool Holds(int unit) => Array.IndexOf(Units, unit) >= 0;

    /// <summary>The window around a unit: its neighbours on both sides are added as long as they fit whole.</summary>
    /// <param name="question">The tokens of the question.</param>
    /// <param name="heading">The tokens of the unit's heading.</param>
    /// <param name="units">The tokens of each unit of the passage.</param>
    /// <param name="target">The index of the unit.</param>
    /// <param name="special">The special tokens.</param>
    public static ReadingWindow Around(
        ReadOnlySpan<int> question, ReadOnlySpan<int> heading, IReadOnlyList<int[]> units, int target, (int Start, int Separator) special)
    {
        var asked = question[..Math.Min(question.Length, MaxQuestion)];
        var place = heading[..Math.Min(heading.Length, MaxHeading)];
        var textStart = asked.Length + 2;
        var room = MaxTokens - textStart - place.Length - 1;
        var (first, last) = Extend(units, target, room);
        List<int> ids = [special.Start, .. asked, special.Separator, .. place];
        List<int> owners = [.. Enumerable.Repeat(-1, ids.Count)];
        for (var unit = first; unit <= last; unit++)
        {
            // Only the target may be longer than the room.
            var tokens = units[unit].AsSpan(0, Math.Min(units[unit].Length, room));
            ids.AddRange(tokens);
            owners.AddRange(Enumerable.Repeat(unit, tokens.Length));
        }

        return new ReadingWindow([.. ids, special.Separator], textStart, [.. owners, -1]);
    }

    // By turns the unit before and the one after.
    private static (int First, int Last) Extend(IReadOnlyList<int[]> units, int target, int room)
    {
        var (first, last, left) = (target, target, room - units[target].Length);
        for (var (before, after) = (true, true); before || after;)
        {
            before = before && first > 0 && units[first - 1].Length <= left;
            if (before)
            {
                left -= units[--first].Length;
            }

            after = after && last + 1 < units.Count && units[last + 1].Length <= left;
            if (after)
            {
                left -= units[++last].Length;
            }
        }

        return (first, last);
    }
}
