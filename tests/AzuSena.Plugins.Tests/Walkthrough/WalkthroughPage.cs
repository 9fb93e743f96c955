using System.Text.RegularExpressions;

namespace AzuSena.Plugins.Walkthrough;

/// <summary>What a page tells its reader to do, in order.</summary>
internal static partial class WalkthroughPage
{
    /// <summary>Reads the page's fenced blocks of bash, C# and diff, the latter two with the file that the line before them names.</summary>
    public static IReadOnlyList<WalkthroughStep> Read(string path) => [.. Blocks().Matches(File.ReadAllText(path))
        .Select(match => new WalkthroughStep(match.Groups["kind"].Value, match.Groups["file"].Value, match.Groups["text"].Value))];

    [GeneratedRegex("^(`(?<file>[^`\n]+)`\n\n)?```(?<kind>bash|csharp|diff)\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blocks();
}

/// <summary>One block.</summary>
/// <param name="Kind"><c>bash</c>: commands to run; <c>csharp</c>: a file to write; <c>diff</c>: lines to add to a file or to take out of it.</param>
/// <param name="File">The file of the latter two.</param>
/// <param name="Text">What the block says.</param>
internal sealed record WalkthroughStep(string Kind, string File, string Text);
