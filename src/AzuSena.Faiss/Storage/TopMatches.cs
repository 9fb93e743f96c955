namespace AzuSena.Faiss.Storage;

/// <summary>The k nearest seen so far: a binary heap over the caller's spans with the farthest at its root.</summary>
internal readonly ref struct TopMatches(Span<float> distances, Span<long> slots)
{
    private readonly Span<float> _distances = distances;
    private readonly Span<long> _slots = slots;

    /// <summary>Removes all matches.</summary>
    public void Clear()
    {
        _distances.Fill(float.PositiveInfinity);
        _slots.Fill(-1);
    }

    /// <summary>Adds a vector if it is nearer than the farthest held.</summary>
    public void Offer(float distance, long slot)
    {
        if (distance >= _distances[0])
        {
            return;
        }

        var hole = 0;
        while ((2 * hole) + 1 is var child && child < _distances.Length)
        {
            if (child + 1 < _distances.Length && _distances[child + 1] > _distances[child])
            {
                child++;
            }

            if (_distances[child] <= distance)
            {
                break;
            }

            (_distances[hole], _slots[hole]) = (_distances[child], _slots[child]);
            hole = child;
        }

        (_distances[hole], _slots[hole]) = (distance, slot);
    }

    /// <summary>Sorts the nearest first; the spans are no longer a heap.</summary>
    public void Sort() => _distances.Sort(_slots);
}
