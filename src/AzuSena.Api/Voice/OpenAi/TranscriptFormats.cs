using System.Globalization;
using System.Text;
using AzuSena.Answers;
using AzuSena.Errors;

namespace AzuSena.Api.Voice.OpenAi;

/// <summary>OpenAI's formats of a transcription.</summary>
internal static class TranscriptFormats
{
    private static readonly Dictionary<string, Func<Transcription, IResult>> Formats = new(StringComparer.Ordinal)
    {
        ["json"] = heard => TypedResults.Ok(new Json(heard.Text)),
        ["text"] = heard => TypedResults.Text(heard.Text + "\n"),
        ["verbose_json"] = heard => TypedResults.Ok(new Verbose(
            "transcribe",
            NameOf(heard.Language),
            heard.AudioSeconds,
            heard.Text,
            [.. heard.Segments.Select((segment, id) => new Segment(id, segment.Start, segment.End, segment.Text))])),
        ["srt"] = heard => TypedResults.Text(Captions(heard, ',', number: true)),
        ["vtt"] = heard => TypedResults.Text("WEBVTT\n\n" + Captions(heard, '.', number: false), "text/vtt"),
    };

    /// <summary>The format of that name; JSON without one.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.RequestInvalid"/>: there is no format of that name.</exception>
    public static Func<Transcription, IResult> Find(string? name) =>
        Formats.TryGetValue(name ?? "json", out var format)
            ? format
            : throw new AzuSenaException(ErrorCode.RequestInvalid, ErrorCodeNames.Text("ResponseFormatInvalid")) { Field = "response_format" };

    // OpenAI uses the English names of languages.
    private static string NameOf(string code) => code.Length == 0 ? "" : CultureInfo.GetCultureInfo(code).EnglishName.ToLowerInvariant();

    private static string Captions(Transcription heard, char mark, bool number)
    {
        var text = new StringBuilder();
        foreach (var (index, segment) in heard.Segments.Index())
        {
            text.Append(number ? $"{(index + 1).ToString(CultureInfo.InvariantCulture)}\n" : "");
            text.Append(Time(segment.Start, mark)).Append(" --> ").Append(Time(segment.End, mark)).Append('\n');
            text.Append(segment.Text.Replace("-->", "->", StringComparison.Ordinal)).Append("\n\n");
        }

        return text.ToString();
    }

    private static string Time(double seconds, char mark) =>
        TimeSpan.FromSeconds(seconds).ToString($@"hh\:mm\:ss\{mark}fff", CultureInfo.InvariantCulture);

    /// <summary><c>json</c>.</summary>
    /// <param name="Text">The whole text.</param>
    internal sealed record Json(string Text);

    /// <summary><c>verbose_json</c>.</summary>
    /// <param name="Task">The task performed.</param>
    /// <param name="Language">The language's English name.</param>
    /// <param name="Duration">Seconds.</param>
    /// <param name="Text">The whole text.</param>
    /// <param name="Segments">Its segments.</param>
    internal sealed record Verbose(string Task, string Language, double Duration, string Text, IReadOnlyList<Segment> Segments);

    /// <summary>A segment of the transcription.</summary>
    /// <param name="Id">Its number, from 0.</param>
    /// <param name="Start">Seconds.</param>
    /// <param name="End">Seconds.</param>
    /// <param name="Text">Its text.</param>
    internal sealed record Segment(int Id, double Start, double End, string Text);
}
