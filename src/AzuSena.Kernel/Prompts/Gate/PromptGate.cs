using System.Text.Encodings.Web;
using System.Text.Json;

namespace AzuSena.Prompts.Gate;

/// <summary>
/// Keeps an edit from serving until <c>azusena prompts try</c> has found that it lowers nothing. The trial runs apart from the service, which only reads its
/// verdict: a file for each content of a prompt that was tried.
/// </summary>
/// <param name="folder">Where the verdicts are.</param>
/// <param name="isOn">Whether edits are kept waiting at all.</param>
public sealed class PromptGate(string folder, bool isOn)
{
    private static readonly string[] Measured = [WalkPrompts.AnswerQuestion, WalkPrompts.RewriteQuestion];

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Keeps a verdict; the last one on the same content counts.</summary>
    public void Keep(PromptVersion version, PromptVerdict verdict)
    {
        Directory.CreateDirectory(folder);
        var temporary = PathOf(version) + ".new";
        File.WriteAllText(temporary, JsonSerializer.Serialize(verdict, Json) + "\n");
        File.Move(temporary, PathOf(version), overwrite: true);
    }

    /// <summary>Why a prompt may not serve: it was not tried, or it lowered something; null where it may.</summary>
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
            // What cannot be read is no verdict.
            return null;
        }
    }

    private string PathOf(PromptVersion version) => Path.Combine(folder, $"{version.Folder.Replace('/', '.')}@{version.Hash}.json");
}
