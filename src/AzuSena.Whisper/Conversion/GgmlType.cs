namespace AzuSena.Whisper.Conversion;

/// <summary>How the weights of a ggml file are stored; the numbers are ggml's own.</summary>
public enum GgmlType
{
    /// <summary>16-bit floating point: exact to three digits, two bytes a weight.</summary>
    F16 = 1,

    /// <summary>Blocks of 32 8-bit integers with one scale: half of the memory.</summary>
    Q8 = 8,
}
