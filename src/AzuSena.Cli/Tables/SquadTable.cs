using System.Globalization;
using AzuSena.Evaluation.Squad;
using Spectre.Console;

namespace AzuSena.Cli.Tables;

/// <summary>Prints a <see cref="SquadReport"/>.</summary>
internal static class SquadTable
{
    public static void Print(IAnsiConsole console, SquadReport report)
    {
        console.WriteLine(
            $"{report.Passages} passages, {report.Questions} answerable questions, "
            + $"{(report.Embedder is null ? "words alone" : $"words and vectors of {report.Embedder}")}"
            + string.Create(CultureInfo.InvariantCulture, $"{(report.IsRead ? ", read" : "")}; {report.RankingMs:F1} ms to rank quotes"));
        var table = new Table().AddColumns("nDCG@10", "R@1", "R@5", "MRR@10", "gold in 1", "gold in 2", "gold in 3");
        double[] figures = [report.NdcgAt10, report.RecallAt1, report.RecallAt5, report.MrrAt10, report.GoldIn1, report.GoldIn2, report.GoldIn3];
        table.AddRow(figures.Select(Format).ToArray());
        console.Write(table);
        if (report.Abstention.Count == 0)
        {
            return;
        }

        var abstention = new Table().AddColumns("unanswerable", "questions", "AUC", "threshold", "false abstentions", "caught");
        foreach (var row in report.Abstention)
        {
            abstention.AddRow(row.Negatives, Count(row.Count), Format(row.Auc), Format(row.Threshold), Format(row.FalseAbstentions), Format(row.Caught));
        }

        console.Write(abstention);
    }

    private static string Format(double figure) => figure.ToString("F4", CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
