using System.Text;
using Microsoft.SemanticKernel;

namespace AzuSena.Prompts.Checks;

/// <summary>Each mistake that a person can make in the two files, with the file and the line that it is told with.</summary>
public sealed class PromptCheckTests
{
    private const string Folder = "Extra/Uno";
    private const string Template = "<message role=\"system\">\nReglas.\n</message>\n<message role=\"user\">\n{{$question}}\n</message>\n";
    private const string Config =
        "{\n  \"description\": \"d\",\n  \"input_variables\": [\n    { \"name\": \"question\" }\n  ],\n  \"execution_settings\": {\n    \"default\": { " +
            "\"temperature\": 0.2 }\n  }\n}\n";

    [Theory]
    [InlineData("{{$question}}", "{{$question}} {{$passages}}", 5, "variable_undeclared", "passages")]
    [InlineData("{{$question}}", "{{$question", 5, "block_unclosed", "{{$question")]
    [InlineData("{{$question}}", "{{$question}} {{$año}}", 5, "block_invalid", "{{$año}}")]
    [InlineData("{{$question}}", "{{$question}} {{}}", 5, "block_invalid", "{{}}")]
    [InlineData("{{$question}}", "{{$question}}\n{{a b c}}", 6, "block_invalid", "{{a b c}}")]
    [InlineData("{{$question}}", "{{$question}} {$question}", 5, "braces_single", "{$question}")]
    [InlineData("{{$question}}", "{{$question}} $question}}", 5, "braces_single", "}}")]
    [InlineData("{{$question}}", "{{$question}} {{memory.nada $question}}", 5, "function_unknown", "memory.nada")]
    [InlineData("{{$question}}", "{{$question}} {{nada}}", 5, "function_unknown", "memory.search")]
    [InlineData("</message>\n<message role=\"user\">", "<message role=\"user\">", 3, "message_foreign_tag", "message")]
    [InlineData("Reglas.", "Reglas & más.", 2, "message_xml", "&amp;")]
    [InlineData("Reglas.", "menos < más", 2, "message_xml", "&lt;")]
    [InlineData("Reglas.", "<b>Reglas</b>.", 2, "message_foreign_tag", "<b>")]
    [InlineData("Reglas.", "<!-- nota -->", 2, "message_markup", "comentarios")]
    [InlineData("Reglas.", "<![CDATA[x]]>", 2, "message_markup", "CDATA")]
    [InlineData("\"user\"", "\"usuario\"", 4, "message_role_unknown", "usuario")]
    [InlineData("\"user\"", "\"System\"", 4, "message_role_unknown", "System")]
    [InlineData("\"user\"", "\"{{$question}}\"", 4, "message_role_unknown", "papel")]
    [InlineData(" role=\"user\"", "", 4, "message_role_missing", "papel")]
    [InlineData("role=\"user\"", "role=\"user\" name=\"x\"", 4, "message_attribute", "role")]
    [InlineData("\"user\"", "\"assistant\"", 1, "message_user_missing", "user")]
    [InlineData("</message>\n<message role=\"user\">", "</message>\nPerdido\n<message role=\"user\">", 4, "text_outside", "Perdido")]
    [InlineData("</message>\n<message role=\"user\">", "</message>\n<system>x</system>\n<message role=\"user\">", 4, "message_foreign_tag", "system")]
    [InlineData("\n</message>\n", "\n</message>\n</prompt>", 4, "message_xml", "cierra")]
    public void Check_MistakeInTheText_IsToldWithItsLine(string good, string bad, int line, string rule, string said) =>
        ShouldTell(Template.Replace(good, bad, StringComparison.Ordinal), Config, PromptSource.TemplateFile, line, rule, said);

    [Theory]
    [InlineData("\"d\",", "\"d\"", 3, "json_invalid", "comas")]
    [InlineData("\"description\": \"d\",", "// nota\n", 2, "json_invalid", "JSON")]
    [InlineData("  ],", "  ],,", 5, "json_invalid", "JSON")]
    [InlineData("\"input_variables\"", "\"inputs\"", 3, "key_unknown", "input_variables")]
    [InlineData("{ \"name\": \"question\" }", "{ \"name\": \"question\", \"descripcion\": \"x\" }", 4, "key_unknown", "descripcion")]
    [InlineData("{ \"name\": \"question\" }", "{ \"nombre\": \"question\" }", 4, "variable_form", "name")]
    [InlineData("{ \"name\": \"question\" }", "{ \"name\": \"question\", \"default\": 1 }", 4, "key_text", "default")]
    [InlineData("{ \"name\": \"question\" }", "{ \"name\": \"question\", \"is_required\": \"no\" }", 4, "key_yes_no", "true")]
    [InlineData("{ \"name\": \"question\" }", "{ \"name\": \"question\", \"allow_dangerously_set_content\": true }", 4, "dangerous_content", "Borra")]
    [InlineData("{ \"name\": \"question\" }", "{ \"name\": \"question\" },\n    { \"name\": \"otra\" }", 5, "variable_unused", "otra")]
    [InlineData("{ \"name\": \"question\" }", "{ \"name\": \"question\" },\n    { \"name\": \"question\" }", 5, "variable_repeated", "question")]
    [InlineData("{ \"name\": \"question\" }", "{ \"name\": \"question\" },\n    { \"name\": \"año\" }", 5, "variable_name", "tilde")]
    [InlineData("  \"description\": \"d\",", "  \"description\": \"d\", \"description\": \"e\",", 2, "key_repeated", "description")]
    [InlineData("  \"description\": \"d\",", "  \"description\": 1,", 2, "key_text", "comillas")]
    [InlineData("  \"description\": \"d\",", "  \"description\": \"d\", \"schema\": 2,", 2, "schema_unknown", "1")]
    [InlineData("  \"description\": \"d\",", "  \"description\": \"d\", \"template_format\": \"handlebars\",", 2, "template_format_unknown", "semantic-kernel")]
    [InlineData("  \"description\": \"d\",", "  \"description\": \"d\", \"allow_dangerously_set_content\": true,", 2, "dangerous_content", "órdenes")]
    [InlineData("\"default\": {", "\"gpt-4\": {", 7, "settings_service", "default")]
    [InlineData("\"temperature\": 0.2", "\"temperature\": 2.1", 7, "number_out_of_range", "de 0 a 2")]
    [InlineData("\"temperature\": 0.2", "\"temperature\": \"0.2\"", 7, "number_out_of_range", "sin comillas")]
    [InlineData("\"temperature\": 0.2", "\"temperatura\": 0.2", 7, "key_unknown", "temperatura")]
    [InlineData("\"temperature\": 0.2", "\"top_p\": 1.5", 7, "number_out_of_range", "top_p")]
    [InlineData("\"temperature\": 0.2", "\"max_prompt_tokens\": 600", 7, "key_unknown", "max_prompt_tokens")]
    [InlineData("\"temperature\": 0.2", "\"max_tokens\": 0", 7, "whole_out_of_range", "max_tokens")]
    [InlineData("\"temperature\": 0.2", "\"max_tokens\": 10.5", 7, "whole_out_of_range", "entero")]
    [InlineData("\"temperature\": 0.2", "\"stop_sequences\": \"FIN\"", 7, "stop_sequences_invalid", "FIN")]
    [InlineData("\"temperature\": 0.2", "\"function_choice_behavior\": { \"type\": \"auto\" }", 7, "functions_incomplete", "functions")]
    [InlineData("\"temperature\": 0.2", "\"function_choice_behavior\": { \"type\": \"siempre\", \"functions\": [\"memory.search\"] }", 7, "functions_type",
        "auto")]
    [InlineData("\"temperature\": 0.2", "\"function_choice_behavior\": { \"type\": \"auto\", \"functions\": [] }", 7, "functions_list", "memory.search")]
    [InlineData("\"temperature\": 0.2", "\"function_choice_behavior\": {\n\"type\": \"auto\",\n\"functions\": [\n\"memory.nada\"] }", 10, "function_unknown",
        "memory.search")]
    public void Check_MistakeInTheConfiguration_IsToldWithItsLine(string good, string bad, int line, string rule, string said) =>
        ShouldTell(Template, Config.Replace(good, bad, StringComparison.Ordinal), PromptSource.ConfigFile, line, rule, said);

    [Fact]
    public void Check_FunctionOfAPluginThatIsNotLoaded_IsAWarning()
    {
        var config = Config.Replace(
            "\"temperature\": 0.2", "\"function_choice_behavior\": { \"type\": \"auto\", \"functions\": [\"nadie.nada\"] }", StringComparison.Ordinal);

        var prompt = new PromptCheck(Plugins(), 1000).Check(new PromptSource("Extra/Uno", Bytes(Template), Bytes(config)), out var problems);

        prompt.Should().NotBeNull("the operator may leave a plugin out");
        problems.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Rule = "plugin_missing", Severity = PromptSeverity.Warning });
    }

    [Theory]
    [InlineData("", 1, "json_invalid")]
    [InlineData("[]", 1, "json_object_expected")]
    [InlineData("{}", 1, "description_missing")]
    [InlineData("{} {}", 1, "json_invalid")]
    [InlineData("{ \"execution_settings\": { \"default\": 1 } }", 1, "key_object")]
    [InlineData("{ \"input_variables\": {} }", 1, "key_list")]
    public void Check_ConfigurationOfAnotherShape_IsTold(string config, int line, string rule) =>
        Problems(Template, config).Should().Contain(problem => problem.Rule == rule && problem.Line == line && problem.File.EndsWith(".json"));

    [Fact]
    public void Check_NoTags_SaysToCopyThem() =>
        ShouldTell("Responde: {{$question}}", Config, PromptSource.TemplateFile, 1, "messages_missing", "<message role=\"system\">");

    [Fact]
    public void Check_TextOverTheBudget_IsRefusedAndNearItWarned()
    {
        var words = Problems(Template.Replace("Reglas.", string.Concat(Enumerable.Repeat("palabra ", 800)), StringComparison.Ordinal), Config);
        words.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Rule = "too_long", Severity = PromptSeverity.Error });

        Problems(Template.Replace("Reglas.", string.Concat(Enumerable.Repeat("palabra ", 560)), StringComparison.Ordinal), Config)
            .Should().ContainSingle().Which.Should().BeEquivalentTo(new { Rule = "nearly_too_long", Severity = PromptSeverity.Warning });
    }

    [Fact]
    public void Check_MissingFiles_AreBothTold()
    {
        Check(new PromptSource(Folder, null, Bytes(Config))).Should().ContainSingle().Which.Rule.Should().Be("template_missing");
        Check(new PromptSource(Folder, Bytes(Template), null)).Should().ContainSingle().Which.Rule.Should().Be("config_missing");
    }

    [Fact]
    public void Check_OtherEncodings_AreToldWithTheLine()
    {
        Check(new PromptSource(Folder, Encoding.Latin1.GetBytes(Template.Replace("Reglas.", "Año.", StringComparison.Ordinal)), Bytes(Config)))
            .Should().ContainSingle().Which.Should().BeEquivalentTo(new { Rule = "not_utf8", Line = 2 });
        Check(new PromptSource(Folder, Encoding.Unicode.GetBytes(Template), Bytes(Config))).Should().ContainSingle().Which.Rule.Should().Be("not_utf8");
    }

    [Fact]
    public void Check_ByteOrderMarkAndWindowsLines_AreFine()
    {
        byte[] content = [.. Encoding.UTF8.Preamble, .. Bytes(Template.ReplaceLineEndings("\r\n"))];

        Check(new PromptSource(Folder, content, Bytes(Config.ReplaceLineEndings("\r\n")))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Extra/Uno - copia")]
    [InlineData("Extra/Año")]
    [InlineData("Extra/Uno.")]
    [InlineData("Extra/Uno.base")]
    [InlineData("Extra/Uno.a.b")]
    public void Check_FolderThatCannotBeNamed_IsTold(string folder) =>
        Check(new PromptSource(folder, Bytes(Template), Bytes(Config))).Should().ContainSingle().Which.Rule.Should().Be("folder_name");

    [Theory]
    [InlineData("<message role=\"user\">{{$question}}</message>", "question", "variable_needed")]
    [InlineData("<message role=\"user\">{{$question}} {{$passages}} {{$fecha}}</message>", "question,passages,fecha", "variable_never_given")]
    public void Check_PromptOfTheWalk_MustUseWhatItIsGiven(string template, string variables, string rule)
    {
        var config = $$"""{ "description": "d", "input_variables": """ +
            $$"""[{{string.Join(',', variables.Split(',').Select(name => $$"""{ "name": "{{name}}" }"""))}}] }""";

        Check(new PromptSource(WalkPrompts.AnswerQuestion, Bytes(template), Bytes(config))).Should().ContainSingle().Which.Rule.Should().Be(rule);
    }

    [Fact]
    public void Check_GoodFiles_GiveAPromptWithAllThatTheyHold()
    {
        var prompt = new PromptCheck(Plugins(), 1000).Check(new PromptSource("Extra/Uno.corto", Bytes(Template), Bytes(Config)), out var problems);

        problems.Should().BeEmpty();
        prompt!.Version.Should().BeEquivalentTo(new { Name = "Extra/Uno", Variant = "corto", Folder = "Extra/Uno.corto" });
        prompt.Version.ToString().Should().MatchRegex("^Extra/Uno\\.corto@[0-9a-f]{12}$");
        prompt.Variables.Should().Equal("question");
        prompt.Description.Should().Be("d");
    }

    [Fact]
    public void Check_AnyPrefixOfAGoodText_NeverThrowsAndNeverServes()
    {
        for (var length = 0; length < Template.TrimEnd().Length; length++)
        {
            var prompt = new PromptCheck(Plugins(), 1000).Check(new PromptSource(Folder, Bytes(Template[..length]), Bytes(Config)), out _);

            prompt.Should().BeNull("half a text of {0} characters is none", length);
        }
    }

    private static void ShouldTell(string template, string config, string file, int line, string rule, string said) =>
        Problems(template, config).Where(problem => problem.Rule == rule).Should().ContainSingle()
            .Which.Should().Match<PromptProblem>(problem => problem.File == $"{Folder}/{file}" && problem.Line == line && problem.Message.Contains(said));

    private static IReadOnlyList<PromptProblem> Problems(string template, string config) => Check(new PromptSource(Folder, Bytes(template), Bytes(config)));

    private static IReadOnlyList<PromptProblem> Check(PromptSource source)
    {
        var prompt = new PromptCheck(Plugins(), 2000).Check(source, out var problems);
        (prompt is null).Should().Be(problems.Any(problem => problem.Severity is PromptSeverity.Error));
        return problems;
    }

    private static KernelPluginCollection Plugins() =>
        [KernelPluginFactory.CreateFromFunctions("memory", [KernelFunctionFactory.CreateFromMethod((string query) => query, "search")])];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
