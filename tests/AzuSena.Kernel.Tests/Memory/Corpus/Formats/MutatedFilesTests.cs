using System.Globalization;
using System.IO.Compression;
using AzuSena.Errors;
using AzuSena.Memory.Corpus;
using AzuSena.Memory.Corpus.Formats;
using AzuSena.Testing;
using Microsoft.Extensions.Options;
using Xunit.Abstractions;

namespace AzuSena.Tests.Memory.Corpus.Formats;

/// <summary>
/// Files of every format with bytes changed at random, as a bad disk or transfer leaves them, are read or refused: no crash, none that takes longer than the
/// limit, and no memory without bounds.
/// </summary>
/// <remarks>A hundred files by default; <c>MUTATED_FILES=1000</c> reads a thousand.</remarks>
[Trait("Category", "Slow")]
public sealed class MutatedFilesTests(ITestOutputHelper output)
{
    private const int Seed = 14;
    private const int UsualCount = 100;
    private const int MostChanges = 24;
    private const long MaxBytes = 1024L * 1024 * 1024;

    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("MUTATED_FILES"), CultureInfo.InvariantCulture, out var count) ? count : UsualCount;

    private readonly DocumentLoader _loader = new(Options.Create(new CorpusOptions { FileTimeoutSeconds = 10 }), TimeProvider.System);

    [Fact]
    public async Task ReadAsync_MutatedFile_IsReadOrRefusedInTime()
    {
        var samples = Samples().GroupBy(sample => Path.GetExtension(sample.Name), StringComparer.Ordinal).Select(format => format.ToList()).ToList();
        samples.Select(format => Path.GetExtension(format[0].Name))
            .Should().Contain([".pdf", ".docx", ".xlsx", ".csv", ".html", ".md", ".txt", ".json", ".jsonl", ".odt", ".pptx", ".epub"]);
        var outcomes = new List<(string Format, string Outcome)>();
        for (var i = 0; i < Count; i++)
        {
            // Formats in turn, each with its own files in turn.
            var format = samples[i % samples.Count];
            var (name, content) = format[i / samples.Count % format.Count];
            outcomes.Add((Path.GetExtension(name), await OutcomeAsync(name, Mutated(content, new Random(Seed + i)))));
        }

        foreach (var group in outcomes.CountBy(outcome => outcome).OrderBy(group => group.Key.Format, StringComparer.Ordinal))
        {
            output.WriteLine($"{group.Key.Format} {group.Key.Outcome}: {group.Value}");
        }

        outcomes.Should().NotContain(outcome => outcome.Outcome == ErrorCodeNames.Text("DocumentTooSlow", 10));
        GC.GetTotalMemory(forceFullCollection: false).Should().BeLessThan(MaxBytes);
    }

    private async Task<string> OutcomeAsync(string name, byte[] content)
    {
        try
        {
            return await _loader.ReadAsync(
                new DocumentSource(name, content, FormatSamples.Mappings), (document, token) => Chunker.Cut(document, token).Count, CancellationToken.None) > 0
                ? "read" : "without passages";
        }
        catch (DocumentException exception)
        {
            (exception.InnerException is OutOfMemoryException).Should().BeFalse();
            return exception.Message;
        }
    }

    // Of a packed file, most times a part within it is changed, which its checksum would otherwise give away.
    private static byte[] Mutated(byte[] content, Random random) =>
        content is [(byte)'P', (byte)'K', ..] && random.Next(4) > 0 ? WithMutatedPart(content, random) : Flipped(content, random);

    private static byte[] Flipped(byte[] content, Random random)
    {
        // A byte of the same file in another place gets further into a parser than one that no text has.
        var changed = content.ToArray();
        var keepsAlphabet = random.Next(3) > 0;
        for (var change = random.Next(1, random.Next(2, MostChanges)); change > 0 && changed.Length > 0; change--)
        {
            var at = random.Next(changed.Length);
            changed[at] = keepsAlphabet ? content[random.Next(content.Length)] : (byte)(changed[at] ^ random.Next(1, 256));
        }

        return random.Next(8) == 0 ? changed[..random.Next(changed.Length)] : changed;
    }

    private static byte[] WithMutatedPart(byte[] content, Random random)
    {
        using var file = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(content)))
        using (var to = new ZipArchive(file, ZipArchiveMode.Create))
        {
            var chosen = random.Next(from.Entries.Count);
            foreach (var (i, entry) in from.Entries.Index())
            {
                using var part = new MemoryStream();
                using (var stream = entry.Open())
                {
                    stream.CopyTo(part);
                }

                using var copy = to.CreateEntry(entry.FullName).Open();
                copy.Write(i == chosen ? Flipped(part.ToArray(), random) : part.ToArray());
            }
        }

        return file.ToArray();
    }

    private static IEnumerable<(string Name, byte[] Content)> Samples() =>
        Repository.FilesIn("tests/AzuSena.Kernel.Tests/Memory/Corpus/Cases/Files", "")
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))
            .Append(("a.odt", OfficeFormatTests.OdtSample()))
            .Append(("a.epub", OfficeFormatTests.EpubSample()))
            .Append(("a.pptx", OfficeFormatTests.PptxSample()));
}
