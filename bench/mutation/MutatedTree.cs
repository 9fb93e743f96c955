using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace AzuSena.Mutation;

/// <summary>A copy of the repository with the mutants in it. The repository itself is only read.</summary>
internal sealed partial class MutatedTree(string root, string copy)
{
    private const string Tests = "tests/AzuSena.Kernel.Tests";
    private static readonly string[] _left = [".git", "node_modules", "artifacts"];

    /// <summary>The folders and files whose mutants are tried.</summary>
    private static readonly (string Room, string[] Paths)[] _rooms =
    [
        ("Walk", ["Kernel/Answering/AnswerService.cs", "Kernel/Answering/AnswerDraft.cs", "Kernel/Answering/PassageUnits.cs"]),
        ("Evidence", ["Kernel/Answering/Evidence"]),
        ("Extraction", ["Kernel/Answering/Extraction"]),
        ("Premises", ["Kernel/Answering/Premises"]),
        ("Storage", ["Memory/Storage"]),
        ("Search", ["Memory/Search"]),
        ("Indexing", ["Memory/Indexing"]),
    ];

    /// <summary>The tests' assembly in the copy.</summary>
    public string Assembly => Path.Combine(copy, "artifacts/bin/AzuSena.Kernel.Tests/release/AzuSena.Kernel.Tests.dll");

    /// <summary>The rooms, in the order of the report.</summary>
    public static IEnumerable<string> Rooms => _rooms.Select(it => it.Room);

    /// <summary>Every mutant of the rooms, in the order of the sources.</summary>
    public List<SourceMutant> Find() => [.. Sources().SelectMany(it => Rewrite(it.File, it.Room, new Dictionary<SourceMutant, int>()).Found)];

    /// <summary>Copies the repository and adds the switch and the entry point of the tests.</summary>
    public void Copy()
    {
        CopyFolder(root, copy);
        var native = Path.Combine(root, "artifacts", "native");
        if (Directory.Exists(native))
        {
            CopyFolder(native, Path.Combine(copy, "artifacts", "native"));
        }

        var injected = Path.Combine(AppContext.BaseDirectory, "Injected");
        File.Copy(Path.Combine(injected, "Mutant.cs"), Path.Combine(copy, "src/AzuSena.Memory/Mutant.cs"), overwrite: true);
        File.Copy(Path.Combine(injected, "MutationHost.cs"), Path.Combine(copy, Tests, "MutationHost.cs"), overwrite: true);
        var project = Path.Combine(copy, Tests, "AzuSena.Kernel.Tests.csproj");
        File.WriteAllText(project, File.ReadAllText(project).Replace(
            "</Project>",
            """
              <PropertyGroup><GenerateProgramFile>false</GenerateProgramFile></PropertyGroup>
            </Project>
            """,
            StringComparison.Ordinal));
    }

    /// <summary>Writes the mutants into the copy and builds its tests; returns the numbers that do not compile.</summary>
    public HashSet<int> Build(IReadOnlyDictionary<SourceMutant, int> numbers)
    {
        foreach (var (file, room) in Sources())
        {
            var text = Rewrite(file, room, numbers).Text;
            var path = Path.Combine(copy, file);
            if (!string.Equals(File.ReadAllText(path), text, StringComparison.Ordinal))
            {
                File.WriteAllText(path, text);
            }
        }

        var (code, output) = RunBuild();
        var broken = ErrorPattern().Matches(output).DistinctBy(it => it.Value).SelectMany(NumbersAt).ToHashSet();
        return code == 0 || broken.Count > 0 ? broken : throw new InvalidOperationException(output);
    }

    // The mutants of an error's line, or else the nearest ones: a path without a return is reported at its method's head, a variable without a value at its
    // first use.
    private static List<int> NumbersAt(Match error)
    {
        var lines = File.ReadAllLines(error.Groups["file"].Value);
        var line = int.Parse(error.Groups["line"].Value, CultureInfo.InvariantCulture) - 1;
        var step = error.Groups["code"].Value is "CS0161" or "CS1643" ? 1 : -1;
        for (var i = line; i >= 0 && i < lines.Length; i += step)
        {
            var numbers = NumberPattern().Matches(lines[i]).Select(it => int.Parse(it.Groups["number"].Value, CultureInfo.InvariantCulture)).ToList();
            if (numbers.Count > 0)
            {
                return numbers;
            }
        }

        return [];
    }

    private (List<SourceMutant> Found, string Text) Rewrite(string file, string room, IReadOnlyDictionary<SourceMutant, int> numbers)
    {
        var rewriter = new MutantRewriter(file, room, numbers);
        var changed = rewriter.Visit(CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(root, file))).GetRoot());
        return (rewriter.Found, changed!.ToFullString());
    }

    private IEnumerable<(string File, string Room)> Sources() => _rooms.SelectMany(it => it.Paths.SelectMany(Files).Select(file => (file, it.Room)));

    private IEnumerable<string> Files(string path)
    {
        var full = Path.Combine(root, "src", "AzuSena." + path);
        var files = File.Exists(full) ? [full] : Directory.GetFiles(full, "*.cs", SearchOption.AllDirectories);
        return files.Order(StringComparer.Ordinal).Select(file => Path.GetRelativePath(root, file));
    }

    private (int Code, string Output) RunBuild()
    {
        string[] settings = ["-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:GenerateDocumentationFile=false"];
        var start = new ProcessStartInfo("dotnet", ["build", Tests, "-c", "Release", "-v", "q", "-nowarn:all", .. settings])
        {
            WorkingDirectory = copy,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        foreach (var folder in Directory.GetDirectories(from).Where(it => !_left.Contains(Path.GetFileName(it))))
        {
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    [GeneratedRegex(@"^\s*(?<file>/[^(\n]+\.cs)\((?<line>\d+),\d+\): error (?<code>\w+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ErrorPattern();

    [GeneratedRegex(@"Mutant\.Is\((?<number>\d+)\)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NumberPattern();
}
