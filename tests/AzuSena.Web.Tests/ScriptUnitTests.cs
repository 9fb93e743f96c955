using AzuSena.Testing;

namespace AzuSena.Web.Tests;

/// <summary>The unit tests of the page's own modules, which run in Node.</summary>
public sealed class ScriptUnitTests
{
    [Fact]
    public async Task Modules_TheirOwnTests_Pass()
    {
        var run = await ProcessRun.OfAsync("npm", ["--prefix", Path.Combine(Repository.Root, "src", "AzuSena.Web"), "test"], ("NO_COLOR", "1"));

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        run.Output.Should().MatchRegex(@"Tests +[1-9]\d* passed");
    }
}
