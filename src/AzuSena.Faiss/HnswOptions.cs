namespace AzuSena.Faiss;

/// <summary>The effort of an HNSW graph to find the right neighbours.</summary>
public sealed record HnswOptions
{
    /// <summary>Links of a vector to others, at least 2; twice as many on the lowest layer. More links cost memory and improve recall.</summary>
    /// <value>The default is 32.</value>
    public int Links
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1024);
            field = value;
        }
    } = 32;

    /// <summary>Candidates considered for each added vector.</summary>
    /// <value>The default is 100.</value>
    public int EfConstruction
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 100;

    /// <summary>Candidates considered for each query; more improve recall and take longer.</summary>
    /// <value>The default is 64.</value>
    public int EfSearch
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 64;

    internal int[] ToParameters() => [Links, EfConstruction, EfSearch];

    internal static HnswOptions From(int[] parameters) => new() { Links = parameters[0], EfConstruction = parameters[1], EfSearch = parameters[2] };
}
