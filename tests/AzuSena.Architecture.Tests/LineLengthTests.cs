using System.Globalization;
using AzuSena.Testing;

namespace AzuSena.Architecture.Tests;

/// <summary>Holds the <c>max_line_length</c> of <c>.editorconfig</c>, which editors show and no analyzer reads.</summary>
public sealed class LineLengthTests
{
    private const string Setting = "max_line_length = ";

    private static int Longest => int.Parse(
        File.ReadLines(Path.Combine(Repository.Root, ".editorconfig")).Single(line => line.StartsWith(Setting, StringComparison.Ordinal))[Setting.Length..],
        CultureInfo.InvariantCulture);

    [Fact]
    public void Sources_EachLine_FitsIntoTheWindow() => Sources()
        .SelectMany(file => File.ReadLines(file).Index()
            .Where(line => line.Item.Length > Longest)
            .Select(line => $"{Path.GetRelativePath(Repository.Root, file)}:{line.Index + 1}"))
        .Should().BeEmpty();

    private static IEnumerable<string> Sources() => new[] { "src", "tests" }.SelectMany(folder => Repository.FilesIn(folder, ".cs"));
}
