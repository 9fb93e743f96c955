using System.Globalization;
using AzuSena.Answers;

namespace AzuSena.Api.OpenAi.Rendering;

/// <summary>A citation mark in a text.</summary>
/// <param name="Start">Where the mark begins, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Citation">What it refers to.</param>
internal sealed record CitedSpan(int Start, int End, Citation Citation)
{
    private const int MaxDigits = 3;

    /// <summary>The marks of a text, in its order. The n-th mark of a number is its n-th citation.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the answer begins in it.</param>
    /// <param name="citations">The answer's citations.</param>
    public static IReadOnlyList<CitedSpan> In(string text, int from, IReadOnlyList<Citation> citations)
    {
        var waiting = citations.GroupBy(citation => citation.Number).ToDictionary(group => group.Key, group => new Queue<Citation>(group));
        var spans = new List<CitedSpan>();
        for (var start = text.IndexOf('[', from); start >= 0; start = text.IndexOf('[', start + 1))
        {
            if (NumberAt(text, start, out var end) is { } number && waiting.TryGetValue(number, out var queue))
            {
                spans.Add(new CitedSpan(start, end, queue.Count > 1 ? queue.Dequeue() : queue.Peek()));
            }
        }

        return spans;
    }

    private static int? NumberAt(string text, int start, out int end)
    {
        end = text.IndexOf(']', start) + 1;
        var length = end - start - 2;
        return length is > 0 and <= MaxDigits && int.TryParse(text.AsSpan(start + 1, length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
