using System.Globalization;
using AzuSena.Errors;

namespace AzuSena.Mcp;

/// <summary>A page of a list.</summary>
/// <param name="Items">The page's items.</param>
/// <param name="NextCursor">Requests the next page; null on the last one.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    /// <summary>The page that a cursor requests; the first one without a cursor.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>: this list has no such page.</exception>
    public static Page<T> Of(IReadOnlyList<T> all, string? cursor, int size)
    {
        var start = 0;
        if (cursor is not null
            && !(int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out start) && start > 0 && start < all.Count))
        {
            throw new AzuSenaException(ErrorCode.RequestInvalid, McpTexts.Get("CursorInvalid"));
        }

        var end = Math.Min(all.Count, start + size);
        return new Page<T>(
            [.. all.Skip(start).Take(size)], end < all.Count ? end.ToString(CultureInfo.InvariantCulture) : null);
    }
}
