namespace AzuSena.Answering.Tools.Slots;

/// <summary>Finds values of some kinds in a question. Plugins may add readers; all are asked.</summary>
public interface ISlotReader
{
    /// <summary>The values, in order; several readings of the same words may overlap.</summary>
    /// <param name="folded">The text, folded (<see cref="Spanish.SpanishAnalyzer.Fold(string)"/>).</param>
    IEnumerable<SlotValue> Read(string folded);
}
