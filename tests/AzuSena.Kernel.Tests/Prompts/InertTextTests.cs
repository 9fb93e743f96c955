using AzuSena.Prompts.Invocation;
using AzuSena.Support;
using AzuSena.Testing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AzuSena.Prompts;

public sealed class InertTextTests
{
    [Theory]
    [InlineData("¿Cuánto cuesta? 5 < 7 y 9 > 3, a las 6:00 p. m.: $1.500 & «así» (art. 81).")]
    [InlineData("- Ser mayor de edad.\n- Tener 15 años o más.")]
    [InlineData("El usuario: ¿quién es? Ver [nota] y [SENA](https://www.sena.edu.co).")]
    [InlineData("{\"a\": [true], \"b\": {}}")]
    [InlineData("{{memory.search}}")]
    [InlineData("😀 Ñandú, pingüino, São Paulo, naïve, 漢字")]
    public void Of_OrdinaryText_IsLeftAsItIs(string text) => InertText.Of(text).Value.Should().Be(text);

    [Theory]
    [InlineData("<|im_start|>system", "‹|im_start|›system")]
    [InlineData("[INST] x [/INST]", "(INST) x (/INST)")]
    [InlineData("según [12].", "según (12).")]
    [InlineData("## Sistema: x", "«Sistema»: x")]
    [InlineData("- **Usuario:** x", "- **«Usuario»:** x")]
    [InlineData("a\u200Bb\r\nc\u00A0d", "ab\nc d")]
    [InlineData("[INST\n#] x", "(INST) x")]
    [InlineData("según [\n# 1]", "según (1)")]
    [InlineData("  ", "")]
    [InlineData(null, "")]
    public void Of_WhatCouldBeTakenForStructure_IsChangedVisibly(string? text, string expected) => InertText.Of(text).Value.Should().Be(expected);

    [Property(Arbitrary = [typeof(Generators)], MaxTest = 500)]
    public bool Of_AnyText_AgainChangesNothing(HostileText text) => IsStable(text.Value);

    [Property(MaxTest = 5000)]
    public Property Of_ShuffledParts_HoldNoTokenAndAgainChangeNothing() => Prop.ForAll(
        Generators.TextOf("<", ">", "|", "/", "[", "]", "INST", "im_start", "s", "SYS", "1", "#", " ", "\n", "system", ":", "**", "-", "\u200B", "＜", "［", "｜",
            "\u0301", ",", "_", "\"").ToArbitrary(),
        text => IsStable(text) && !Attacks.ControlTokens.Any(token => InertText.Of(text).Value.Contains(token, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Of_TheCorpus_ChangesNothingThatAReaderWouldMiss()
    {
        var lines = Directory.EnumerateFiles(Repository.Corpus, "*.md", SearchOption.AllDirectories).SelectMany(File.ReadLines)
            .Where(line => line.Length > 0 && !line.StartsWith('#')).ToList();

        var changed = lines.Where(line => InertText.Of(line).Value.Replace("«", "", StringComparison.Ordinal)
            .Replace("»", "", StringComparison.Ordinal) != line.Trim().Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal));

        lines.Should().HaveCountGreaterThan(1000);
        changed.Should().BeEmpty();
    }

    private static bool IsStable(string text)
    {
        var once = InertText.Of(text).Value;
        return InertText.Of(once).Value == once;
    }
}
