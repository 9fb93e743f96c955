using AzuSena.Testing;
using Mono.Cecil;
using Xunit.Abstractions;

namespace AzuSena.Architecture.Tests;

/// <summary>A dependency goes down, never up or across: by project, by room, and among the namespaces at every level.</summary>
public sealed class FloorTests(ITestOutputHelper output)
{
    private static readonly List<ModuleDefinition> Modules =
        [.. Floors.All.Select(floor => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, floor.Project + ".dll")))];

    private static readonly IReadOnlyList<TypeDependency> Dependencies = TypeDependencies.Read(Modules);

    [Fact]
    public void Sources_Projects_AreTheFloors() =>
        Repository.FilesIn("src", ".csproj")
            .Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(Floors.All.Select(floor => floor.Project));

    [Fact]
    public void Projects_References_GoDown() => Modules.SelectMany(module => module.AssemblyReferences
            .Where(reference => Floors.References.ContainsKey(reference.Name) && !Floors.Below(ProjectOf(module)).Contains(reference.Name))
            .Select(reference => $"{ProjectOf(module)} → {reference.Name}"))
        .Should().BeEmpty();

    [Fact]
    public void Projects_BelowTheFronts_KnowNoWebFramework() => Modules
        .Where(module => ProjectOf(module) is not ("AzuSena.Api" or "AzuSena.SocketIo"))
        .SelectMany(module => module.AssemblyReferences.Where(reference => reference.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)))
        .Select(reference => reference.FullName).Should().BeEmpty();

    [Fact]
    public void Types_EachNamespace_IsARoomOfItsProject() => Modules.SelectMany(module => module.Types)
        .Where(type => type.Namespace.StartsWith("AzuSena", StringComparison.Ordinal) && PlaceOf(type) < 0)
        .Select(type => $"{type.FullName} in {ProjectOf(type.Module)}").Should().BeEmpty();

    [Fact]
    public void Namespaces_None_IsAzuSenaKernel() => Modules.SelectMany(module => module.Types).Select(type => type.Namespace)
        .Should().NotContain(name => name.StartsWith("AzuSena.Kernel", StringComparison.Ordinal), "it would hide Semantic Kernel's type Kernel (CS0118)");

    [Fact]
    public void Rooms_TakeOnly_FromRoomsBelow() => Dependencies
        .Where(dependency => PlaceOf(dependency.To) > PlaceOf(dependency.From))
        .Select(dependency => $"{dependency.From.FullName} → {dependency.To.FullName}").Should().BeEmpty();

    [Fact]
    public void Namespaces_AtEveryLevel_FormNoCycle()
    {
        var levels = Dependencies.Select(Step).OfType<(string Parent, string From, string To)>().ToLookup(step => step.Parent, step => (step.From, step.To));

        var cycles = levels.SelectMany(level => NamespaceGraph.Cycles(level.Distinct()).Select(cycle => $"{level.Key}: {string.Join(", ", cycle)}")).ToList();

        output.WriteLine($"{levels.Sum(level => level.Distinct().Count())} dependencies among the namespaces of {levels.Count} levels, {cycles.Count} cycles");
        cycles.ForEach(output.WriteLine);
        cycles.Should().BeEmpty();
    }

    // The two neighbours below the last namespace that both lie in; null if one lies in the other, for a namespace is made of those below it.
    private static (string Parent, string From, string To)? Step(TypeDependency dependency)
    {
        string[] from = dependency.From.Namespace.Split('.'), to = dependency.To.Namespace.Split('.');
        var shared = from.Zip(to).TakeWhile(pair => pair.First == pair.Second).Count();
        return shared == from.Length || shared == to.Length ? null : (string.Join('.', from.Take(shared)), from[shared], to[shared]);
    }

    private static string ProjectOf(ModuleDefinition module) => module.Assembly.Name.Name;

    private static int PlaceOf(TypeDefinition type) => Floors.PlaceOf(ProjectOf(type.Module), type.Namespace);
}
