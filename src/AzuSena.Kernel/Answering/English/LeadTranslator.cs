using System.Text.RegularExpressions;
using AzuSena.Memory.Translation;
using Microsoft.Extensions.Logging;

namespace AzuSena.Answering.English;

/// <summary>Translates what answers a question into English with Apertium, if it is installed.</summary>
public sealed partial class LeadTranslator
{
    private const string Direction = "spa-eng";

    // A lead takes some milliseconds, and the start of Apertium a few tenths of a second. The quote itself waits no longer.
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    private readonly Lazy<ITranslator?> _translator;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    /// <summary>Creates it; Apertium is looked for at the first translation.</summary>
    public LeadTranslator(ApertiumTranslators translators, TimeProvider time, ILogger<LeadTranslator> log)
        : this(new Lazy<ITranslator?>(() => translators.IfInstalled(Direction)), time, log)
    {
    }

    internal LeadTranslator(Lazy<ITranslator?> translator, TimeProvider time, ILogger log) => (_translator, _time, _log) = (translator, time, log);

    /// <summary>The translation, line by line.</summary>
    /// <param name="spanish">A text in Markdown, without citation marks.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Null if it cannot be had in time, or would not hold every figure and address of the text, or lost its denial.</returns>
    public async Task<string?> TranslateAsync(string spanish, CancellationToken cancellationToken)
    {
        if (_translator.Value is not { } translator)
        {
            return null;
        }

        var lines = spanish.Split('\n').Select(line =>
        {
            var mark = LineMark().Match(line).Length;
            return (Mark: line[..mark], Text: ShieldedText.Of(line[mark..]));
        }).ToList();
        using var limit = new CancellationTokenSource(Limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var translated = await translator.TranslateAsync(lines.ConvertAll(line => line.Text.Text), either.Token);
            var english = lines.Zip(translated, (line, it) => line.Text.Restore(it) is { } text ? line.Mark + Spaced(text) : null).ToList();
            var whole = string.Join('\n', english);
            return english.Contains(null) || !SaysTheSame(spanish, whole) ? null : whole;
        }
        catch (TranslationException exception)
        {
            Log.LeadNotTranslated(_log, exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.LeadNotTranslated(_log, exception);
        }

        return null;
    }

    // Apertium leaves the places of words that it drops.
    private static string Spaced(string text) => Spaces().Replace(text, match => match.Groups["mark"].Value is { Length: > 0 } mark ? mark : " ").Trim();

    // What can be compared. English puts some figures elsewhere, and "no … ni" has one denial or two.
    private static bool SaysTheSame(string spanish, string english) =>
        Figures(english).SequenceEqual(Figures(spanish), StringComparer.Ordinal) && (!SpanishDenial().IsMatch(spanish) || EnglishDenial().IsMatch(english));

    private static IEnumerable<string> Figures(string text) => Figure().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(
        @"\b(no|ni|nunca|jamás|nadie|nada|ningun[oa]s?|ningún|tampoco|sin)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SpanishDenial();

    [GeneratedRegex(
        @"\b(not?|cannot|nor|neither|never|nobody|nothing|none|without)\b|n't\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex EnglishDenial();

    [GeneratedRegex(@"^\s*([-*] |\d+[.)] |#+ )?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LineMark();

    [GeneratedRegex(@"\d+([.,]\d+)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Figure();

    [GeneratedRegex(@" +(?<mark>[.,;:!?])?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
