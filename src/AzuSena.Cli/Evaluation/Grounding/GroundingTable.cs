using System.Globalization;
using Spectre.Console;

namespace AzuSena.Cli.Evaluation.Grounding;

/// <summary>Prints a <see cref="GroundingReport"/>.</summary>
internal static class GroundingTable
{
    public static void Print(IAnsiConsole console, GroundingReport report)
    {
        foreach (var half in report.Halves)
        {
            console.WriteLine($"{half.Articles} articles, seed {report.Seed}");
            var table = new Table().AddColumns("sentences", "count", "right", "supported", "partly", "unsupported");
            foreach (var row in half.Rows)
            {
                table.AddRow($"{row.Label}", row.Count.ToString(CultureInfo.InvariantCulture), Format(row.Right), Format(row.Supported), Format(row.Partly), Format(row.Unsupported));
            }

            console.Write(table);
        }

        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.MillisecondsPerSentence} ms a sentence"));
    }

    private static string Format(double share) => share.ToString("F4", CultureInfo.InvariantCulture);
}
