using AzuSena.Testing;
using Xunit.Abstractions;

namespace AzuSena.Spanish;

/// <summary>Sentence ends of laws, forms and the corpus, which were marked by hand in <c>sentences.txt</c>.</summary>
public sealed class RealSentencesTests(ITestOutputHelper output)
{
    private const string End = " ‖ ";

    [Fact]
    public void Split_MarkedParagraphs_FindsTheirEnds()
    {
        var paragraphs = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "AzuSena.Kernel.Tests", "Spanish", "sentences.txt"))
            .Where(line => !line.StartsWith('#'))
            .ToList();
        var (found, given, marked) = (0, 0, 0);
        foreach (var paragraph in paragraphs)
        {
            var sentences = paragraph.Split(End);
            var text = string.Join(' ', sentences);

            // The end of a line is one anyway, and not counted.
            var expected = Ends(sentences.Select(sentence => sentence.Length + 1));
            var actual = SentenceSplitter.Split(text).SkipLast(1).Select(range => range.End.Value + 1).ToHashSet();
            found += actual.Count(expected.Contains);
            given += actual.Count;
            marked += expected.Count;
            if (!actual.SetEquals(expected))
            {
                output.WriteLine(string.Join(End, SentenceSplitter.Split(text).Select(range => text[range])));
            }
        }

        var f1 = 2.0 * found / (given + marked);
        output.WriteLine($"{paragraphs.Count + marked} sentences; of {marked} ends within lines {found} found, {given} given: F1 {f1:0.000}");
        (paragraphs.Count + marked).Should().BeGreaterThanOrEqualTo(200);
        f1.Should().BeGreaterThanOrEqualTo(0.99);
    }

    private static HashSet<int> Ends(IEnumerable<int> lengths)
    {
        var end = 0;
        return [.. lengths.SkipLast(1).Select(length => end += length)];
    }
}
