using AzuSena.Whisper.Network;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Whisper.Decoding;

/// <summary>
/// Beam search as in the reference implementation, patience 1: it ends when as many texts have ended as there are beams, and selects the one with the highest
/// average. Each text is a separate run, so that no keys and values are copied.
/// </summary>
internal sealed class BeamSearch(Decoder decoder, TokenRules rules, int endOfText, int beams) : IDisposable
{
    private readonly List<DecoderState> _owned = [];

    /// <summary>The best text and the sum of its tokens' log-probabilities.</summary>
    public (IReadOnlyList<int> Tokens, double Sum) Run(Listening listening, DecoderState begun, int limit, RunOptions run)
    {
        List<Beam> live = [new([], 0, begun)];
        List<(IReadOnlyList<int> Tokens, double Sum)> ended = [];
        for (var length = 0; length < limit && ended.Count < beams && live.Count > 0; length++)
        {
            var best = live.SelectMany(Continuations).OrderByDescending(next => next.Sum).ToList();
            var kept = new List<Beam>();
            foreach (var (beam, token, sum) in best)
            {
                if (token == endOfText)
                {
                    ended.Add((beam.Tokens, sum));
                }
                else
                {
                    kept.Add(new Beam([.. beam.Tokens, token], sum, decoder.Step(listening, beam.State, token, run)));
                    _owned.Add(kept[^1].State);
                }

                if (kept.Count == beams)
                {
                    break;
                }
            }

            Release(live.Select(beam => beam.State));
            live = kept;
        }

        var candidates = ended.Concat(live.Where(_ => ended.Count < beams).Select(beam => (beam.Tokens, beam.Sum)));
        return candidates.MaxBy(text => text.Sum / (text.Tokens.Count + 1));
    }

    /// <inheritdoc/>
    public void Dispose() => Release([.. _owned]);

    private IEnumerable<(Beam Beam, int Token, double Sum)> Continuations(Beam beam)
    {
        var logits = beam.State.Logits.ToArray();
        rules.Apply(logits, beam.Tokens);
        var total = LogProbabilities.LogSum(logits);
        return Enumerable.Range(0, logits.Length).OrderByDescending(token => logits[token]).Take(beams + 1)
            .Where(token => !float.IsNegativeInfinity(logits[token]))
            .Select(token => (beam, token, beam.Sum + logits[token] - total)).ToList();
    }

    private void Release(IEnumerable<DecoderState> states)
    {
        foreach (var state in states.Where(_owned.Remove))
        {
            state.Dispose();
        }
    }

    private sealed record Beam(IReadOnlyList<int> Tokens, double Sum, DecoderState State);
}
