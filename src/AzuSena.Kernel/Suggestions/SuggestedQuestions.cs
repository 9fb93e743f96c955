using AzuSena.Answers;
using AzuSena.Errors;
using AzuSena.Memory.Corpus;
using AzuSena.Settings;
using Microsoft.Extensions.Options;

namespace AzuSena.Suggestions;

/// <summary>
/// Suggested first questions: the lines of <c>sugerencias.txt</c> in the corpus folder, maintained by the operator. Empty lines, lines that begin with <c>#</c>
/// and lines that are not a valid question are skipped; an edit takes effect at the next call. If there are too few for a day, the questions
/// that the documents list complete them. Safe for concurrent use.
/// </summary>
public sealed class SuggestedQuestions(IOptions<CorpusOptions> memory, ListedSuggestions listed, TimeProvider time)
{
    private const int MaxBytes = 64 * 1024;
    private const int ForADay = 5;

    private volatile Questions _last = new(default, []);

    /// <summary>All suggestions of the file, in its order.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            var file = new FileInfo(Path.Combine(memory.Value.CorpusDirectory, CorpusFolder.Suggestions));
            if (!file.Exists || file.Length > MaxBytes)
            {
                return [];
            }

            // A file that is being written or is not readable is read at the next call; until then the previous content is used.
            if (_last.WrittenAt != file.LastWriteTimeUtc && Read(file) is { } lines)
            {
                _last = new Questions(file.LastWriteTimeUtc, lines);
            }

            return _last.Lines;
        }
    }

    /// <summary>A few suggestions, which change daily.</summary>
    public IReadOnlyList<string> OfToday()
    {
        var all = All;
        return all.Count >= ForADay ? OfToday(all, ForADay) : [.. all, .. OfToday([.. listed.All.Except(all, StringComparer.Ordinal)], ForADay - all.Count)];
    }

    private string[] OfToday(IReadOnlyList<string> all, int count)
    {
        var day = time.ColombianToday().DayNumber;
        return [.. Enumerable.Range(day * count, Math.Min(count, all.Count)).Select(place => all[place % all.Count])];
    }

    private static string[]? Read(FileInfo file)
    {
        try
        {
            return [.. File.ReadLines(file.FullName).Select(line => line.Trim()).Where(IsQuestion).Distinct(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsQuestion(string line)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return false;
        }

        try
        {
            Question.Create(line);
            return true;
        }
        catch (AzuSenaException)
        {
            return false;
        }
    }

    private sealed record Questions(DateTime WrittenAt, IReadOnlyList<string> Lines);
}
