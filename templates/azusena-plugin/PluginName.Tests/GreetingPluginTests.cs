namespace PluginNamespace.Tests;

public sealed class GreetingPluginTests
{
    [Fact]
    public void Greet_NameWithSpaces_IsTrimmed() => Assert.StartsWith("Hola, Luz.", new GreetingPlugin().Greet(" Luz "));
}
