namespace AzuSena.Cli.Bench.Voice;

/// <summary>What one side made of a recording, and what it cost.</summary>
/// <param name="Text">The text.</param>
/// <param name="Seconds">The time it took.</param>
/// <param name="ProcessorSeconds">The processor time, of all its threads.</param>
internal sealed record Heard(string Text, double Seconds, double ProcessorSeconds);
