


namespace AzuSena.Cli.Bench.Voice;

/// <summary>The figures of one run of <c>azusena bench voice</c>.</summary>
/// <param name="Clips">The number of recordings.</param>
/// <param name="AudioSeconds">Their total length.</param>
/// <param name="Words">Words spoken in them.</param>
/// <param name="Rounds">How often each side transcribed each recording.</param>
/// <param name="Processors">Processors of the machine.</param>
/// <param name="Rows">One row for each model.</param>
public sealed record VoiceReport(int Clips, double AudioSeconds, int Words, int Rounds, int Processors, IReadOnlyList<VoiceRow> Rows);

/// <summary>One model on both sides.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Own">AzuSENA's figures.</param>
/// <param name="Peer">Those of transformers.js.</param>
/// <param name="Time">AzuSENA's time divided by the peer's, per turn.</param>
public sealed record VoiceRow(string Model, VoiceFigures Own, VoiceFigures Peer, RoundRatios Time);

/// <summary>The cost and performance of a model.</summary>
/// <param name="WordErrorRate">Wrong words divided by spoken words.</param>
/// <param name="RealTimeFactor">Processing time divided by the length of the audio; the median of the rounds.</param>
/// <param name="ProcessorFactor">Processor time divided by the length of the audio; the median of the rounds.</param>
/// <param name="LoadSeconds">Time until the model is ready.</param>
/// <param name="MemoryBytes">Memory after the last recording; of AzuSENA, what it grew by since the model was loaded.</param>
public sealed record VoiceFigures(double WordErrorRate, double RealTimeFactor, double ProcessorFactor, double LoadSeconds, long MemoryBytes);
