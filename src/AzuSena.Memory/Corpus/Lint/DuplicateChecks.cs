using AzuSena.Passages;
using AzuSena.Spanish;

namespace AzuSena.Memory.Corpus.Lint;

/// <summary>
/// Finds passages with the same content. Exact duplicates have the same words; near duplicates share most of their word n-grams, found by MinHash with banding
/// (Broder, "On the resemblance and containment of documents", 1997), so that not every pair of passages is compared.
/// </summary>
internal static class DuplicateChecks
{
    private const int ShingleLength = 4;
    private const int Bands = 16;
    private const int RowsPerBand = 4;
    private const double NearShare = 0.6;

    // In a bucket of boilerplate, each passage is compared with its neighbours only.
    private const int MaxNeighbours = 8;

    // Shorter passages are similar by chance.
    private const int MinWords = 12;

    public static IEnumerable<LintFinding> All(IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        var prepared = passages.Select(passage => new Prepared(passage)).Where(passage => passage.Words >= MinWords).ToList();
        var exact = prepared.GroupBy(passage => passage.Text, StringComparer.Ordinal).ToList();
        foreach (var same in exact.Where(group => group.Count() > 1))
        {
            yield return Finding(
                LintSeverity.Warning,
                "duplicate",
                same.First(),
                LintTexts.Get("Duplicate", string.Join("; ", same.Skip(1).Select(passage => passage.Where))));
        }

        foreach (var (first, second, share) in NearPairs(exact.ConvertAll(group => group.First()), cancellationToken))
        {
            yield return Finding(LintSeverity.Info, "near_duplicate", first, LintTexts.Get("NearDuplicate", (int)(share * 100), second.Where));
        }
    }

    private static IEnumerable<(Prepared First, Prepared Second, double Share)> NearPairs(List<Prepared> passages, CancellationToken cancellationToken)
    {
        var seen = new HashSet<(string, string)>();
        for (var band = 0; band < Bands; band++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var bucket in passages.GroupBy(passage => passage.Band(band)).Select(group => group.ToList()).Where(group => group.Count > 1))
            {
                var pairs = bucket.SelectMany((first, i) => bucket.Skip(i + 1).Take(MaxNeighbours).Select(second => (First: first, Second: second)));
                foreach (var (first, second) in pairs.Where(pair => seen.Add((pair.First.Passage.Id, pair.Second.Passage.Id))))
                {
                    if (first.ShareWith(second) is >= NearShare and var share)
                    {
                        yield return (first, second, share);
                    }
                }
            }
        }
    }

    private static LintFinding Finding(LintSeverity severity, string rule, Prepared passage, string message) =>
        new(severity, rule, passage.Passage.Document.Path, passage.Passage.Locator?.Text, message);

    private sealed class Prepared
    {
        private readonly HashSet<uint> _shingles;
        private readonly uint[] _signature;

        public Prepared(Passage passage)
        {
            Passage = passage;
            var words = SpanishAnalyzer.Words(passage.Text).ConvertAll(range => SpanishAnalyzer.Fold(passage.Text.AsSpan()[range]));
            Words = words.Count;
            Text = string.Join(' ', words);
            _shingles = [.. Enumerable.Range(0, Math.Max(1, words.Count - ShingleLength + 1)).Select(i => Hash(words.Skip(i).Take(ShingleLength)))];
            _signature = [.. Enumerable.Range(1, Bands * RowsPerBand).Select(seed => _shingles.Min(shingle => Mix(shingle, (uint)seed)))];
        }

        public Passage Passage { get; }

        public int Words { get; }

        public string Text { get; }

        public string Where => Passage.Locator is null ? Passage.Document.Path : $"{Passage.Document.Path}, {Passage.Locator.Text}";

        public (uint, uint, uint, uint) Band(int band) =>
            (_signature[band * RowsPerBand], _signature[(band * RowsPerBand) + 1], _signature[(band * RowsPerBand) + 2], _signature[(band * RowsPerBand) + 3]);

        public double ShareWith(Prepared other)
        {
            var common = _shingles.Count(other._shingles.Contains);
            return common / (double)(_shingles.Count + other._shingles.Count - common);
        }

        // FNV-1a: stable between runs, unlike string.GetHashCode.
        private static uint Hash(IEnumerable<string> words) =>
            words.SelectMany(word => word.Append(' ')).Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u);

        private static uint Mix(uint value, uint seed)
        {
            value = (value ^ (seed * 0x9E3779B9u)) * 0x85EBCA6Bu;
            value = (value ^ (value >> 13)) * 0xC2B2AE35u;
            return value ^ (value >> 16);
        }
    }
}
