namespace AzuSena.Faiss;

/// <summary>Into how many lists the vectors are sorted, and how many of them a query reads.</summary>
public sealed record IvfOptions
{
    // FAISS's own bound for k-means: fewer and it warns of poor centres.
    private const int VectorsForList = 39;

    /// <summary>Lists; about the square root of the vectors expected does well.</summary>
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

    /// <summary>How many vectors must have come before the lists are made; until then every search is exact.</summary>
    public int TrainingSize => Lists * VectorsForList;

    internal int[] ToParameters() => [Lists, Probes];

    internal static IvfOptions From(int[] parameters) => new() { Lists = parameters[0], Probes = parameters[1] };
}
