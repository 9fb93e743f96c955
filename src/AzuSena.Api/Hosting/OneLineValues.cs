using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace AzuSena.Api.Hosting;

/// <summary>Escapes control characters in the values of a log entry, so that client input can neither imitate another entry nor control a terminal.</summary>
internal sealed class OneLineValues : ILogEventEnricher
{
    private const char LineSeparator = '\u2028';
    private const char ParagraphSeparator = '\u2029';

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, text) in logEvent.Properties
            .Select(property => (property.Key, Text: (property.Value as ScalarValue)?.Value as string))
            .Where(property => property.Text?.Any(Breaks) == true)
            .ToList())
        {
            logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(string.Concat(text!.Select(Escaped)))));
        }
    }

    private static bool Breaks(char character) => char.IsControl(character) || character is LineSeparator or ParagraphSeparator;

    private static string Escaped(char character) => character switch
    {
        '\n' => @"\n",
        '\r' => @"\r",
        _ when Breaks(character) => string.Create(CultureInfo.InvariantCulture, $@"\u{(int)character:x4}"),
        _ => character.ToString(),
    };
}
