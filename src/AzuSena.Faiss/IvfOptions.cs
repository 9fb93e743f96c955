namespace AzuSena.Faiss;

/// <summary>The number of lists that the vectors are sorted into, and how many of them a query reads.</summary>
public sealed record IvfOptions
{
    // FAISS's own minimum for k-means: with fewer it warns of poor centres.
    private const int VectorsForList = 39;

    /// <summary>Number of lists; about the square root of the expected number of vectors works well.</summary>
    /// <value>The default is 256.</value>
    public int Lists
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1 << 20);
            field = value;
        }
    } = 256;

    /// <summary>Lists that a query reads.</summary>
    /// <value>The default is 32.</value>
    public int Probes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 32;

    /// <summary>How many vectors must have been added before the lists are built; until then every search is exact.</summary>
    public int TrainingSize => Lists * VectorsForList;

    internal int[] ToParameters() => [Lists, Probes];

    internal static IvfOptions From(int[] parameters) => new() { Lists = parameters[0], Probes = parameters[1] };
}
