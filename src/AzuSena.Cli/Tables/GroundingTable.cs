using System.Globalization;
using AzuSena.Evaluation.Grounding;
using Spectre.Console;

namespace AzuSena.Cli.Tables;

/// <summary>Prints the verdicts on labelled sentences, with the articles that the thresholds were chosen on separate from the others.</summary>
internal static class GroundingTable
{
    public static void Print(IAnsiConsole console, JudgedSentences judged)
    {
        foreach (var (articles, heldOut) in new[] { ("fitted", false), ("held-out", true) })
        {
            console.WriteLine($"{articles} articles, seed {judged.Seed}");
            var table = new Table().AddColumns("sentences", "count", "right", "supported", "partly", "unsupported");
            foreach (var row in judged.Figures(heldOut))
            {
                table.AddRow(
                    $"{row.Label}",
                    row.Count.ToString(CultureInfo.InvariantCulture),
                    Format(row.Right),
                    Format(row.Supported),
                    Format(row.Partly),
                    Format(row.Unsupported));
            }

            console.Write(table);
        }

        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{judged.MillisecondsPerSentence} ms a sentence"));
    }

    private static string Format(double share) => share.ToString("F4", CultureInfo.InvariantCulture);
}
