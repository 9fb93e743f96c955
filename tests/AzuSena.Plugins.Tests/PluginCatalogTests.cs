using System.Reflection;
using AzuSena.Answering;
using AzuSena.Settings;
using AzuSena.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.SemanticKernel;

namespace AzuSena.Plugins;

public sealed class PluginCatalogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<Type> PluginTypes => [.. typeof(PluginCatalog).Assembly.GetTypes()
        .Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(KernelFunctionAttribute))))];

    [Fact]
    public async Task Kernel_AnyScope_IsTheOneOfTheProcess()
    {
        await using var product = Product();
        Kernel inside;
        await using (var scope = product.Get<IServiceScopeFactory>().CreateAsyncScope())
        {
            inside = scope.ServiceProvider.GetRequiredService<Kernel>();
            scope.ServiceProvider.GetRequiredService<AnswerService>().Should().BeSameAs(product.Get<AnswerService>());
        }

        inside.Should().BeSameAs(product.Get<Kernel>());
        inside.Clone().Plugins.Contains("calendar").Should().BeTrue("it needs nothing of the scope, which is gone");
    }

    [Theory]
    [MemberData(nameof(PluginTypes))]
    public void Plugin_Type_IsSealedAndHoldsNoState(Type plugin)
    {
        plugin.IsSealed.Should().BeTrue();
        plugin.GetProperties(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Should().NotContain(property => property.CanWrite);

        // A parameter of a primary constructor is kept in a field that C# does not mark as read-only.
        plugin.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Should().OnlyContain(field => field.IsInitOnly || field.IsLiteral || field.Name.StartsWith('<'));
    }

    [Fact]
    public async Task Plugins_Functions_AreAllDescribed()
    {
        await using var product = Product();

        foreach (var function in product.Get<Kernel>().Plugins.SelectMany(plugin => plugin))
        {
            function.Name.Should().MatchRegex("^[a-z][a-z_]*$");
            function.Description.Should().NotBeNullOrWhiteSpace(function.Name);
            function.Metadata.Parameters.Should().NotContain(parameter => string.IsNullOrWhiteSpace(parameter.Description), function.Name);
        }
    }

    [Fact]
    public async Task Plugins_SwitchedOff_AreNotInTheKernel()
    {
        await using var product = Product(("Plugins:Calendar:Enabled", "false"), ("Plugins:Sena:Enabled", "True"));

        product.Get<Kernel>().Plugins.Select(plugin => plugin.Name).Should().Equal("memory", "sena", "documents");
        (await product.Get<PluginRegistry>().LoadAsync()).Should().Contain(status => status.Name == "calendar" && status.State == PluginState.Disabled);
    }

    [Theory]
    [InlineData("Plugins:Calendar:Enabled", "quizás", "Plugins__calendar__Enabled")]
    [InlineData("Plugins:Memory:Enabled", "false", "Plugins__memory__Enabled")]
    public async Task LoadAsync_SwitchThatCannotBe_NamesTheVariable(string key, string value, string variable)
    {
        await using var product = Product((key, value));

        await product.Get<PluginRegistry>().Invoking(registry => registry.LoadAsync()).Should().ThrowAsync<SettingsException>().WithMessage($"*{variable}*");
    }

    [Fact]
    public async Task LoadAsync_UnknownNameInTheConfiguration_IsReported()
    {
        var log = new FakeLogCollector();
        await using var product =
            Product(services => services.AddSingleton<ILoggerFactory>(new LoggerFactory([new FakeLoggerProvider(log)])), ("Plugins:Calender:Enabled", "false"));

        (await product.Get<PluginRegistry>().LoadAsync())
            .Should().ContainSingle(status => status.State == PluginState.Unknown).Which.Name.Should().Be("Calender");
        log.GetSnapshot().Should().ContainSingle(record => record.Level == LogLevel.Warning).Which.Message.Should().Contain("Calender");
    }

    [Fact]
    public async Task CalendarOptions_UnknownTimeZone_NameTheVariable()
    {
        await using var product = Product(("Plugins:Calendar:TimeZone", "America/Macondo"));

        product.Invoking(it => it.Get<Calendar.ColombianClock>()).Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>()
            .WithMessage("*Plugins__Calendar__TimeZone*");
    }

    public void Dispose() => _folder.Dispose();

    private TestProduct Product(params (string Key, string Value)[] settings) => Product(replace: null, settings);

    private TestProduct Product(Action<IServiceCollection>? replace, params (string Key, string Value)[] settings)
    {
        Directory.CreateDirectory(_folder.Combine("corpus"));
        return new TestProduct(_folder.Combine("corpus"), replace, [("ExternalPlugins:Directory", _folder.Combine("plugins")), .. settings]);
    }
}
