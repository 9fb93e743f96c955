using System.Reflection;
using AzuSena.Answering;
using AzuSena.Plugins;
using NetArchTest.Rules;

namespace AzuSena.Architecture.Tests;

/// <summary>Dependencies run one way: Api and Cli, Plugins, Kernel. The kernel knows neither HTTP nor a plugin class.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Kernel = typeof(AnswerService).Assembly;
    private static readonly Assembly Plugins = typeof(PluginCatalog).Assembly;
    private static readonly Assembly Api = Assembly.Load("AzuSena.Api");
    private static readonly Assembly Faiss = Assembly.Load("AzuSena.Faiss");
    private static readonly Assembly Whisper = Assembly.Load("AzuSena.Whisper");
    private static readonly Assembly SocketIo = Assembly.Load("AzuSena.SocketIo");
    private static readonly Assembly Cli = Assembly.Load("AzuSena.Cli");

    [Fact]
    public void Kernel_References_FaissWhisperAndNoWebFramework() =>
        References(Kernel).Where(name => name.StartsWith("AzuSena", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)).Should().BeSubsetOf(["AzuSena.Faiss", "AzuSena.Whisper"]);

    [Fact]
    public void Plugins_References_OnlyTheKernel() =>
        References(Plugins).Where(name => name.StartsWith("AzuSena", StringComparison.Ordinal)).Should().Equal("AzuSena.Kernel");

    [Fact]
    public void Fronts_References_NotEachOther()
    {
        References(Api).Should().NotContain("AzuSena.Cli");
        References(Cli).Should().NotContain("AzuSena.Api");
    }

    [Fact]
    public void Libraries_References_NoOtherProject() =>
        new[] { Faiss, Whisper, SocketIo }.SelectMany(References).Should().NotContain(name => name.StartsWith("AzuSena", StringComparison.Ordinal));

    [Fact]
    public void Kernel_Namespaces_AreNeverAzuSenaKernel() =>
        Types.InAssembly(Kernel).That().ResideInNamespaceStartingWith("AzuSena.Kernel").GetTypes()
            .Should().BeEmpty("the namespace would hide Semantic Kernel's type Kernel (CS0118)");

    [Fact]
    public void Memory_DependsOn_NothingOfAnswering() =>
        Types.InAssembly(Kernel).That().ResideInNamespaceStartingWith("AzuSena.Memory")
            .ShouldNot().HaveDependencyOn("AzuSena.Answering").GetResult().FailingTypeNames.Should().BeNullOrEmpty();

    [Fact]
    public void Language_DependsOn_NothingElseOfTheKernel() =>
        Types.InAssembly(Kernel).That().ResideInNamespaceStartingWith("AzuSena.Language")
            .ShouldNot().HaveDependencyOnAny("AzuSena.Answering", "AzuSena.Memory", "AzuSena.Corpus").GetResult().FailingTypeNames.Should().BeNullOrEmpty();

    private static List<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!).Order(StringComparer.Ordinal).ToList();
}
