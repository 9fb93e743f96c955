using System.Text.Json;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.WholeProduct.Support;

/// <summary>The questions that the product is evaluated with, drawn evenly over their kinds.</summary>
internal static class EvaluationQuestions
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "AzuSena.Evaluation", "questions");

    /// <summary>So many questions that stand alone.</summary>
    public static IReadOnlyList<string> Take(int count)
    {
        var kinds = Read().Where(line => !line.TryGetProperty("history", out _)).GroupBy(line => line.GetProperty("kind").GetString()).ToList();
        return [.. Enumerable.Range(0, count).SelectMany(round => kinds.Select(kind => kind.ElementAtOrDefault(round)))
            .Where(line => line.ValueKind is JsonValueKind.Object)
            .Take(count)
            .Select(line => line.GetProperty("question").GetString()!)];
    }

    /// <summary>So many dialogues, each the questions of one conversation.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Dialogues(int count) =>
        [.. Read().Where(line => line.TryGetProperty("history", out _))
            .Take(count)
            .Select(line => (IReadOnlyList<string>)[
                .. line.GetProperty("history").EnumerateArray().Select(said => said.GetString()!), line.GetProperty("question").GetString()!])];

    private static IEnumerable<JsonElement> Read() => Directory.GetFiles(Folder, "*.jsonl")
        .Order(StringComparer.Ordinal)
        .SelectMany(File.ReadLines)
        .Where(line => line.Length > 0)
        .Select(line => JsonSerializer.Deserialize<JsonElement>(line));
}
