using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.SemanticKernel;

namespace PluginNamespace.Tests;

/// <summary>The examples of plugin.json, which AzuSENA runs before it loads the plugin.</summary>
public sealed class ManifestTests
{
    private static readonly JsonElement Manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plugin.json"))).RootElement;

    // An example with a question is read by AzuSENA's patterns: "./azusena plugins check" runs those.
    public static TheoryData<int> Examples =>
        [.. Enumerable.Range(0, Manifest.GetProperty("examples").GetArrayLength()).Where(index => Example(index).TryGetProperty("arguments", out _))];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Example_Called_GivesWhatItSays(int index)
    {
        var example = Example(index);
        var arguments = new KernelArguments();
        foreach (var argument in example.GetProperty("arguments").EnumerateObject())
        {
            arguments[argument.Name] = argument.Value.ValueKind == JsonValueKind.String ? argument.Value.GetString() : argument.Value;
        }

        var plugin = KernelPluginFactory.CreateFromType<GreetingPlugin>();
        var result = await plugin[example.GetProperty("function").GetString()!].InvokeAsync(new Kernel(), arguments);

        if (example.TryGetProperty("pattern", out var pattern))
        {
            Assert.Matches(new Regex(pattern.GetString()!), result.ToString());
        }
        else
        {
            Assert.Equal(example.GetProperty("expected").ToString(), result.ToString());
        }
    }

    [Fact]
    public void Answers_Functions_AreThoseOfTheClassWithTheirParameters()
    {
        var plugin = KernelPluginFactory.CreateFromType<GreetingPlugin>();
        foreach (var answer in Manifest.GetProperty("answers").EnumerateArray())
        {
            var parameters = plugin[answer.GetProperty("function").GetString()!].Metadata.Parameters.Select(parameter => parameter.Name).ToList();
            foreach (var question in answer.GetProperty("questions").EnumerateArray())
            {
                var slots = Regex.Matches(question.GetString()!, @"\{(\w+)").Select(match => match.Groups[1].Value);
                Assert.All(slots, slot => Assert.Contains(slot, parameters));
            }
        }
    }

    [Fact]
    public void EntryType_Named_IsTheClass() => Assert.Equal(typeof(GreetingPlugin).FullName, Manifest.GetProperty("entry_type").GetString());

    private static JsonElement Example(int index) => Manifest.GetProperty("examples")[index];
}
