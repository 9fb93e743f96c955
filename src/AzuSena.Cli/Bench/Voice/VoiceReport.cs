


namespace AzuSena.Cli.Bench.Voice;

/// <summary>The figures of one run of <c>azusena bench voice</c>.</summary>
/// <param name="Clips">Recordings.</param>
/// <param name="AudioSeconds">Their length together.</param>
/// <param name="Words">Words that are said in them.</param>
/// <param name="Rounds">How often each side transcribed each.</param>
/// <param name="Processors">Processors of the machine.</param>
/// <param name="Rows">An entry for each model.</param>
public sealed record VoiceReport(int Clips, double AudioSeconds, int Words, int Rounds, int Processors, IReadOnlyList<VoiceRow> Rows);

/// <summary>One model on both sides.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Own">Our figures.</param>
/// <param name="Peer">Those of transformers.js.</param>
/// <param name="Time">Our time over the peer's, turn by turn.</param>
public sealed record VoiceRow(string Model, VoiceFigures Own, VoiceFigures Peer, RoundRatios Time);

/// <summary>What a model costs and gives.</summary>
/// <param name="WordErrorRate">Wrong words over those that were said.</param>
/// <param name="RealTimeFactor">Time over the length of the sound; the median of the rounds.</param>
/// <param name="LoadSeconds">Time until it is ready.</param>
/// <param name="MemoryBytes">Memory of the process after the last recording.</param>
public sealed record VoiceFigures(double WordErrorRate, double RealTimeFactor, double LoadSeconds, long MemoryBytes);
