using System.Text;
using AzuSena.Support;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts.Checks;

/// <summary>Whatever the files hold, the check ends with a prompt or with a problem, never with an exception.</summary>
public sealed class HostileFilesTests
{
    private const string Template = "<message role=\"user\">{{$question}}</message>";
    private const string Config = """{ "description": "d", "input_variables": [{ "name": "question" }] }""";

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 300)]
    public bool Check_AnyText_EndsWithAPromptOrAProblem(HostileText text) =>
        Ends(text.Value, Config) && Ends(Template, text.Value) && Ends(Template + text.Value, Config);

    [Property(MaxTest = 500)]
    public Property Check_ShuffledParts_EndWithAPromptOrAProblem() => Prop.ForAll(
        Generators.TextOf("{{", "}}", "$question", "'", "\"", "\\", "<message role=\"user\">", "</message>", "<", "&", "\n", "memory.search", " ", "<!--",
            "-->", "<![CDATA[", "]]>", "<?x?>", "<!DOCTYPE x>", "</prompt>", "<prompt>").ToArbitrary(),
        template => Ends(template, Config));

    [Property(MaxTest = 500)]
    public Property Check_ShuffledJson_EndsWithAPromptOrAProblem() => Prop.ForAll(
        Generators.TextOf("{", "}", "[", "]", ",", ":", "\"description\"", "\"input_variables\"", "\"execution_settings\"", "\"default\"", "\"name\"", "null",
            "1", "true", "\"\\ud800\"", "\n", "\"function_choice_behavior\"", "\"type\"", "\"auto\"").ToArbitrary(),
        config => Ends(Template, config));

    private static bool Ends(string template, string config)
    {
        var source = new PromptSource("Extra/Uno", Encoding.UTF8.GetBytes(template), Encoding.UTF8.GetBytes(config));
        var prompt = new PromptCheck(new KernelPluginCollection(), 1000).Check(source, out var problems);
        return (prompt is null) == problems.Any(problem => problem.Severity is PromptSeverity.Error);
    }
}
