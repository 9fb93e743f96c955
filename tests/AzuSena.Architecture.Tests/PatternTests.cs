using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using AzuSena.Testing;

namespace AzuSena.Architecture.Tests;

/// <summary>
/// Regular expressions run over text that others write, so all of them run without backtracking: in time that grows with the length of the text and nothing
/// else. None is bounded by a clock instead.
/// </summary>
public sealed class PatternTests
{
    private const int Length = 100_000;
    private static readonly TimeSpan Warm = TimeSpan.FromMilliseconds(100);

    private static readonly Assembly[] Sources =
        [.. Floors.All.Select(floor => Assembly.Load(floor.Project))];

    public static TheoryData<string> Owners() => [.. Patterns().Select(pattern => pattern.Owner).Distinct()];

    [Fact]
    public void Patterns_AllGenerated_AreNonBacktrackingWithoutATimeOut()
    {
        var patterns = Patterns().ToList();

        patterns.Should().HaveCountGreaterThan(60);
        patterns.Where(pattern => !pattern.Regex.Options.HasFlag(RegexOptions.NonBacktracking)).Select(pattern => pattern.Name).Should().BeEmpty();
        patterns.Where(pattern => pattern.Regex.MatchTimeout != Regex.InfiniteMatchTimeout).Select(pattern => pattern.Name).Should().BeEmpty();
    }

    // What no attribute declares: a constructor or a static method with a pattern must say the option in its call, or name a constant that holds it.
    [Fact]
    public void Sources_PatternMadeAtRunTime_IsNonBacktracking()
    {
        var sources = Repository.FilesIn("src", ".cs")
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}node_modules{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var made = new Regex(@"new Regex\(|\bRegex\.(?:IsMatch|Match|Matches|Replace|Split|Count|EnumerateMatches|EnumerateSplits)\(",
            RegexOptions.NonBacktracking);
        var allowed = new Regex("NonBacktracking|PluginManifestReader.ExamplePattern|, ExamplePattern", RegexOptions.NonBacktracking);

        sources.SelectMany(file => File.ReadLines(file).Where(line => made.IsMatch(line) && !allowed.IsMatch(line))
            .Select(line => $"{Path.GetFileName(file)}: {line.Trim()}")).Should().BeEmpty();
    }

    [Fact]
    public void Sources_TimeOutOfAPattern_IsUsedNowhere() =>
        Repository.FilesIn("src", ".cs")
            .Where(file => File.ReadAllText(file) is var text
                && (text.Contains("RegexMatchTimeoutException", StringComparison.Ordinal) || text.Contains("matchTimeout", StringComparison.Ordinal)
                || text.Contains("REGEX_DEFAULT_MATCH_TIMEOUT", StringComparison.Ordinal)))
            .Should().BeEmpty();

    // 100 kB of a pattern's own words, of its beginning, of what nearly matches. The option above is what holds; this shows what it is worth. A busy machine
    // makes any one run slow, so the best of several counts.
    [Theory]
    [MemberData(nameof(Owners))]
    public void Patterns_TextOfTheirOwnWords_TakeTimeByLength(string owner)
    {
        foreach (var (_, name, regex) in Patterns().Where(pattern => pattern.Owner == owner))
        {
            foreach (var unit in Units(regex.ToString()))
            {
                var text = Repeat(unit, Length);
                var took = Best(regex, text, Warm);

                took.Should().BeLessThan(Warm, "{0} reads 100 kB of «{1}»", name, unit);
                if (took > Warm / 2)
                {
                    (Best(regex, Repeat(unit, 2 * Length), took * 2) / took)
                        .Should().BeLessThan(4, "{0} over twice as much of «{1}» takes twice as long", name, unit);
                }
            }
        }
    }

    private static TimeSpan Best(Regex regex, string text, TimeSpan enough)
    {
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 20 && (run < 1 || best >= enough); run++)
        {
            var started = Stopwatch.GetTimestamp();
            regex.Count(text);
            var took = Stopwatch.GetElapsedTime(started);
            best = took < best ? took : best;
        }

        return best;
    }

    private static IEnumerable<string> Units(string pattern)
    {
        var words = Regex.Matches(pattern, @"[\p{L}]{2,}", RegexOptions.NonBacktracking).Select(match => match.Value).Distinct(StringComparer.Ordinal)
            .ToArray();
        var marks = pattern.Where(c => !char.IsLetterOrDigit(c)).Distinct().ToArray();
        var first = words.FirstOrDefault() ?? "a";
        return new[]
        {
            string.Join(' ', words) + " ", first + " ", first + " 1 ", first + "1", "1.", "a ", new string(marks), $"[¿<{first}@-",
        }.Where(unit => unit.Length > 0).Distinct(StringComparer.Ordinal);
    }

    private static string Repeat(string unit, int length) => string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1))[..length];

    private static IEnumerable<(string Owner, string Name, Regex Regex)> Patterns() =>
        from assembly in Sources
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where method.GetCustomAttribute<GeneratedRegexAttribute>() is not null
        select (type.FullName!, $"{type.Name}.{method.Name}", (Regex)method.Invoke(null, [])!);
}
