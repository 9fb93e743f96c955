namespace AzuSena.Faiss.Storage;

/// <summary>The k nearest seen so far: a binary heap over the caller's spans with the farthest at its root.</summary>
internal readonly ref struct TopMatches(Span<float> distances, Span<long> slots)
{
    private readonly Span<float> _distances = distances;
    private readonly Span<long> _slots = slots;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _distances.Fill(float.PositiveInfinity);
        _slots.Fill(-1);
    }

    /// <summary>Takes a vector in if it is nearer than the farthest held.</summary>
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

    /// <summary>Puts the nearest first; it is no heap any more.</summary>
    public void Sort() => _distances.Sort(_slots);
}
