using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AzuSena.Corpus;

/// <summary>What the head of a document says of it. The keys are Spanish, for those who write documents: <c>titulo</c>,
/// <c>fuente</c>, <c>fecha</c>, <c>temas</c>, <c>vigencia</c>.</summary>
/// <param name="Title"><c>titulo</c>, the only one that must be there.</param>
/// <param name="Source"><c>fuente</c>: where the facts come from.</param>
/// <param name="AsOf"><c>fecha</c>: the day as of which they hold, AAAA-MM-DD.</param>
/// <param name="Topics"><c>temas</c>: a list.</param>
/// <param name="Validity"><c>vigencia</c>: when the rules apply.</param>
public sealed record FrontMatter(string Title, string? Source, DateOnly? AsOf, IReadOnlyList<string> Topics, string? Validity)
{
    private const int MaxLength = 16_384;

    // The YAML starts on the file's second line.
    private const int FirstLine = 2;

    private static readonly string[] Scalars = ["titulo", "fuente", "fecha", "vigencia"];

    /// <summary>
    /// Splits a document into its front matter and its body; the first is null where the text does not start with a line <c>---</c>.
    /// Reading is strict: an unknown or repeated key, a wrong type, a bad date or YAML beyond keys, texts and lists is an error.
    /// </summary>
    /// <param name="text">The whole text, line ends as <c>\n</c>.</param>
    /// <param name="bodyLine">The line on which the body starts, from 1.</param>
    /// <exception cref="DocumentException">It is not well formed; names the line.</exception>
    public static (FrontMatter? FrontMatter, string Body) Read(string text, out int bodyLine)
    {
        bodyLine = 1;
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
        {
            return (null, text);
        }

        var end = text.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        if (end < 0 && text.EndsWith("\n---", StringComparison.Ordinal))
        {
            end = text.Length - 4;
        }

        if (end < 0 || end > MaxLength)
        {
            throw new DocumentException(1, "FrontMatterUnclosed");
        }

        var yaml = end > 4 ? text[4..end] : "";
        bodyLine = yaml.Count(c => c == '\n') + 4;
        return (Parse(yaml), text[Math.Min(text.Length, end + 5)..]);
    }

    private static FrontMatter Parse(string yaml)
    {
        try
        {
            return Build(ReadEntries(new Parser(new StringReader(yaml))));
        }
        catch (YamlException exception)
        {
            throw new DocumentException(LineOf(exception.Start), "FrontMatterInvalid", exception);
        }
        catch (Exception exception) when (exception is not DocumentException)
        {
            // The scanner breaks on some malformed text instead of reporting it, and then knows no line.
            throw new DocumentException(FirstLine, "FrontMatterInvalid", exception);
        }
    }

    // Reading the parser's events, not a document model, leaves no room for aliases, tags or nesting to be used against us.
    private static Dictionary<string, (int Line, IReadOnlyList<string>? List, string? Text)> ReadEntries(Parser parser)
    {
        var entries = new Dictionary<string, (int, IReadOnlyList<string>?, string?)>(StringComparer.Ordinal);
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        Plain(parser.Consume<MappingStart>());
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Plain(parser.Consume<Scalar>());
            var line = LineOf(key.Start);
            if (key.Value is not "temas" && !Scalars.Contains(key.Value, StringComparer.Ordinal))
            {
                throw new DocumentException(line, "FrontMatterUnknownKey", key.Value);
            }

            var isList = parser.TryConsume<SequenceStart>(out var list) && Plain(list) is not null;
            if (isList != key.Value is "temas")
            {
                throw new DocumentException(line, isList ? "FrontMatterTextExpected" : "FrontMatterListExpected", key.Value);
            }

            if (!entries.TryAdd(key.Value, isList ? (line, ReadList(parser), null) : (line, null, Plain(parser.Consume<Scalar>()).Value.Trim())))
            {
                throw new DocumentException(line, "FrontMatterRepeatedKey", key.Value);
            }
        }

        parser.Consume<DocumentEnd>();
        parser.Consume<StreamEnd>();
        return entries;
    }

    private static T Plain<T>(T node)
        where T : NodeEvent =>
        node.Anchor.IsEmpty && node.Tag.IsEmpty ? node : throw new DocumentException(LineOf(node.Start), "FrontMatterInvalid");

    private static List<string> ReadList(Parser parser)
    {
        var list = new List<string>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            list.Add(Plain(parser.Consume<Scalar>()).Value.Trim());
        }

        return list;
    }

    private static FrontMatter Build(Dictionary<string, (int Line, IReadOnlyList<string>? List, string? Text)> entries)
    {
        if (Text("titulo") is not { } title)
        {
            throw new DocumentException(FirstLine, "FrontMatterTitleMissing");
        }

        return new FrontMatter(title, Text("fuente"), Date(), entries.GetValueOrDefault("temas").List ?? [], Text("vigencia"));

        string? Text(string key) => entries.GetValueOrDefault(key).Text is { Length: > 0 } text ? text : null;

        DateOnly? Date() => Text("fecha") is not { } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw new DocumentException(entries["fecha"].Line, "FrontMatterDateInvalid", text);
    }

    private static int LineOf(Mark mark) => (int)mark.Line + FirstLine - 1;
}
