using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AzuSena.Memory.Corpus;

/// <summary>A key of a front matter and its value; all three are null if the value is something else.</summary>
/// <param name="Key">The key.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Value">The text, if the value is one.</param>
/// <param name="List">The texts, if the value is a list of texts only.</param>
/// <param name="Map">The entries, if the value is a mapping; theirs are texts and lists only.</param>
internal sealed record YamlEntry(string Key, int Line, string? Value, IReadOnlyList<string>? List, IReadOnlyList<YamlEntry>? Map = null);

/// <summary>
/// The keys of a front matter, in order. Read from parser events and not from a document model: nesting is traversed without recursion and aliases are never
/// expanded, so nothing can grow. A syntax error ends the reading; the entries above it are kept.
/// </summary>
internal sealed class YamlEntries
{
    private readonly List<YamlEntry> _entries = [];
    private readonly List<int> _problems = [];

    private YamlEntries()
    {
    }

    /// <summary>The entries.</summary>
    public IReadOnlyList<YamlEntry> Entries => _entries;

    /// <summary>The lines, from 1, that are broken or are neither text, list nor mapping.</summary>
    public IReadOnlyList<int> Problems => _problems;

    /// <summary>Reads a front matter.</summary>
    public static YamlEntries Read(string yaml)
    {
        var entries = new YamlEntries();
        var last = Math.Max(1, yaml.Split('\n').Length);
        var parser = new Parser(new StringReader(yaml));
        try
        {
            entries.ReadAll(parser);
        }
        catch (YamlException exception)
        {
            entries._problems.Add(Math.Clamp(LineOf(exception.Start), 1, last));
        }
        catch (Exception)
        {
            // For some malformed text the scanner throws instead of reporting an error; the only known line is then the last one reached.
            entries._problems.Add(Math.Clamp(parser.Current is { } current ? LineOf(current.End) : 1, 1, last));
        }

        return entries;
    }

    private void ReadAll(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            return;
        }

        parser.Consume<DocumentStart>();
        if (!parser.TryConsume<MappingStart>(out _))
        {
            _problems.Add(LineOf(parser.Current!.Start));
            return;
        }

        ReadEntries(parser, _entries, mayNest: true);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
        {
            _problems.Add(LineOf(parser.Current!.Start));
        }
    }

    private void ReadEntries(Parser parser, List<YamlEntry> entries, bool mayNest)
    {
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out var key))
            {
                entries.Add(ReadValue(parser, key.Value, LineOf(key.Start), mayNest));
            }
            else
            {
                _problems.Add(LineOf(parser.Current!.Start));
                parser.SkipThisAndNestedEvents();
                parser.SkipThisAndNestedEvents();
            }
        }
    }

    // A mapping within a mapping within the front matter is skipped, so that the recursion ends.
    private YamlEntry ReadValue(Parser parser, string key, int line, bool mayNest)
    {
        if (parser.TryConsume<Scalar>(out var text))
        {
            return new YamlEntry(key, line, text.Value.Trim(), List: null);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            return new YamlEntry(key, line, Value: null, ReadList(parser));
        }

        if (mayNest && parser.TryConsume<MappingStart>(out _))
        {
            var map = new List<YamlEntry>();
            ReadEntries(parser, map, mayNest: false);
            return new YamlEntry(key, line, Value: null, List: null, map);
        }

        parser.SkipThisAndNestedEvents();
        return new YamlEntry(key, line, Value: null, List: null);
    }

    // Null if an item is not a plain text.
    private static List<string>? ReadList(Parser parser)
    {
        List<string>? list = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out var item))
            {
                list?.Add(item.Value.Trim());
            }
            else
            {
                list = null;
                parser.SkipThisAndNestedEvents();
            }
        }

        return list;
    }

    private static int LineOf(Mark mark) => (int)mark.Line;
}
