using System.Text.Encodings.Web;
using System.Text.Json;

namespace AzuSena.Prompts.Gate;

/// <summary>
/// Blocks an edited prompt until <c>azusena prompts try</c> has found that it lowers no measure. The trial runs outside the service, which only reads its
/// verdict: one file for each tried version of a prompt.
/// </summary>
/// <param name="folder">The folder of the verdicts.</param>
/// <param name="isOn">Whether the gate is enabled.</param>
public sealed class PromptGate(string folder, bool isOn)
{
    private static readonly string[] Measured = [WalkPrompts.AnswerQuestion, WalkPrompts.RewriteQuestion];

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Stores a verdict, replacing any previous one on the same content.</summary>
    public void Keep(PromptVersion version, PromptVerdict verdict)
    {
        Directory.CreateDirectory(folder);
        var temporary = PathOf(version) + ".new";
        File.WriteAllText(temporary, JsonSerializer.Serialize(verdict, Json) + "\n");
        File.Move(temporary, PathOf(version), overwrite: true);
    }

    /// <summary>Why a prompt is blocked: it was not tried, or it lowered a measure; null if it is allowed.</summary>
    internal PromptProblem? Problem(PromptVersion version) => !isOn || !Measured.Contains(version.Name) ? null : Read(version) switch
    {
        null => PromptSource.Problem(version.Folder, 0, "gate_untried", version.Folder),
        { IsPassed: false } verdict => PromptSource.Problem(version.Folder, 0, "gate_failed", string.Join("; ", verdict.Reasons)),
        _ => null,
    };

    private PromptVerdict? Read(PromptVersion version)
    {
        try
        {
            return File.Exists(PathOf(version)) ? JsonSerializer.Deserialize<PromptVerdict>(File.ReadAllText(PathOf(version)), Json) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // An unreadable file is not a verdict.
            return null;
        }
    }

    private string PathOf(PromptVersion version) => Path.Combine(folder, $"{version.Folder.Replace('/', '.')}@{version.Hash}.json");
}
