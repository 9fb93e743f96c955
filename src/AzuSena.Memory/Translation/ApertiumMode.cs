using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AzuSena.Processes;

namespace AzuSena.Memory.Translation;

/// <summary>An installed translation direction of Apertium.</summary>
/// <param name="Direction">Its name, such as <c>spa-eng</c>.</param>
/// <param name="Command">The shell pipeline that translates texts one by one, each terminated by NUL.</param>
/// <param name="Revision">A hash of its dictionaries and rules, as other data gives other translations.</param>
public sealed partial record ApertiumMode(string Direction, string Command, string Revision)
{
    private const string DefaultFolder = "/usr/share/apertium";

    /// <summary>The mode file of a direction, whether or not it exists.</summary>
    public static string PathOf(string direction) => Path.Combine(
        Environment.GetEnvironmentVariable("APERTIUM_DATADIR") is { Length: > 0 } folder ? folder : DefaultFolder, "modes", $"{direction}.mode");

    /// <summary>What is missing for a direction; null if it is complete.</summary>
    public static string? WhyMissing(string direction)
    {
        if (!DirectionName().IsMatch(direction))
        {
            return $"{direction} does not name a direction such as spa-eng";
        }

        var path = PathOf(direction);
        return !File.Exists(path) ? $"Apertium's {direction} is not installed (no {path})"
            : Stages(path).Select(Program).FirstOrDefault(program => !ProgramPath.Holds(program)) is { } missing ? $"Apertium's {missing} is not installed"
            : null;
    }

    /// <summary>Finds an installed direction.</summary>
    /// <exception cref="TranslationException">The direction is not installed; the message says what is missing.</exception>
    public static ApertiumMode Find(string direction)
    {
        if (WhyMissing(direction) is { } reason)
        {
            throw new TranslationException(reason);
        }

        var stages = Stages(PathOf(direction));
        return new(direction, string.Join(" | ", stages.Select(NullFlushing)), Hash(stages));
    }

    private static string[] Stages(string path) => File.ReadAllText(path).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Program(string stage) => stage.Split(' ', 2)[0];

    // -z makes each stage flush a text at its NUL. A mode has two placeholders: -n (do not mark unknown words) and an empty one.
    private static string NullFlushing(string stage) =>
        Program(stage) + " -z" + stage[Program(stage).Length..].Replace("$1", "-n", StringComparison.Ordinal).Replace("$2", "", StringComparison.Ordinal);

    private static string Hash(IEnumerable<string> stages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in stages.SelectMany(stage => QuotedPath().Matches(stage)).Select(match => match.Groups["path"].Value).Where(File.Exists))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    [GeneratedRegex(@"\A[a-zA-Z_]{2,16}-[a-zA-Z_]{2,16}\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DirectionName();

    [GeneratedRegex("'(?<path>[^']+)'", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex QuotedPath();
}
