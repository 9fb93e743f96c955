using AzuSena.Settings;

namespace AzuSena.Evaluation;

/// <summary>Paths of the evaluations' data.</summary>
public static class EvaluationData
{
    /// <summary>The questions that come with the product.</summary>
    public static string OwnQuestions => Path.Combine(EnvironmentSettings.Home, "tests", "AzuSena.Evaluation", "questions");

    /// <summary>The questions that come with the product and only tools can answer.</summary>
    public static string ToolQuestions => Path.Combine(EnvironmentSettings.Home, "tests", "AzuSena.Evaluation", "tools");

    /// <summary>Recordings with their transcripts, which are beside the repository on development machines.</summary>
    public static string Recordings => Path.GetFullPath(Path.Combine(EnvironmentSettings.Home, "..", "shared", "data", "fleurs-es"));

    /// <summary>The paragraphs that labelled sentences are made from.</summary>
    public static string Grounding => Calibration("squad-es-v2-a.json.gz");

    /// <summary>Questions about the product's documents that the weights are fitted on, and nothing is measured on.</summary>
    public static string Practice => Calibration("practice.jsonl");

    /// <summary>A file of the data that the weights are fitted on.</summary>
    public static string Calibration(string file) => Path.Combine(EnvironmentSettings.Home, "tests", "AzuSena.Evaluation", "calibration", file);
}
