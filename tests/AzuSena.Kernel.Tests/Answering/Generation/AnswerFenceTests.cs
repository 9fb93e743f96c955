using AzuSena.Support;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AzuSena.Answering.Generation;

public sealed class AnswerFenceTests
{
    [Theory]
    [InlineData("```markdown\nUno.\n\nDos.\n```", "Uno.\n\nDos.")]
    [InlineData("```md\nUno.\n```\n\n", "Uno.")]
    [InlineData("~~~markdown\nUno.\n~~~", "Uno.")]
    [InlineData("````markdown\nUno.\n```\nx\n```\n````", "Uno.\n```\nx\n```")]
    [InlineData("```markdown\nUno.\n```python\nx = 1\n```\nDos.\n```", "Uno.\n```python\nx = 1\n```\nDos.")]
    [InlineData("```\nUno.\n```", "Uno.")]
    [InlineData("\n  ```text\nUno.\n  ```\n", "\nUno.")]
    [InlineData("```\nUno.", "Uno.")]
    [InlineData("```markdown\nUno.", "Uno.")]
    [InlineData("Claro:\n\n```markdown\nUno.\n```", "Claro:\n\nUno.")]
    [InlineData("Claro:\n```\nUno [1].\n```", "Claro:\nUno [1].")]
    [InlineData("```markdown\nUno.\n```\nDos.", "Uno.\nDos.")]
    [InlineData("```Uno.```", "Uno.")]
    [InlineData("```markdown Uno.```", "Uno.")]
    public void Take_FenceAroundTheAnswer_IsTakenOff(string text, string answer) => Read([text]).Should().Be(answer);

    [Theory]
    [InlineData("Uno:\n```\nx = 1\n```\nDos.")]
    [InlineData("Uno:\n```\nx = 1\n```")]
    [InlineData("Uno:\n~~~\nx = 1\n~~~\n")]
    [InlineData("```\nx = 1\n```\nDos.")]
    [InlineData("```python\nx = 1\n```")]
    [InlineData("Uno ```x``` dos `y`.\n``z``\n    ```\n    x\n    ```")]
    [InlineData("`Uno` dos.")]
    [InlineData("Termina en ``")]
    [InlineData("\n``")]
    public void Take_OtherFences_Stay(string text) => Read([text]).Should().Be(text);

    [Fact]
    public void Take_TextAndFencesThatSayMarkdown_AreNotHeldBack()
    {
        var fence = new AnswerFence();

        fence.Take("```markdown\nHola").Should().Be("Hola");
        new AnswerFence().Take("Hola, `x`").Should().Be("Hola, `x`");
    }

    [Property(MaxTest = 1000)]
    public Property Take_AnySplit_ReadsTheSame()
    {
        var texts = Generators.TextOf("```", "~~~", "`", "markdown", "python", "\n", "\n", " ", "Hola.", "[1]", "````").ToArbitrary();
        return Prop.ForAll(texts, Gen.Choose(1, 6).ListOf().ToArbitrary(), (text, lengths) => Read(Cut(text, [.. lengths])) == Read([text]));
    }

    private static string Read(IEnumerable<string> pieces)
    {
        var fence = new AnswerFence();
        return string.Concat(pieces.Select(fence.Take).ToArray()) + fence.End();
    }

    private static IEnumerable<string> Cut(string text, int[] lengths)
    {
        for (int start = 0, piece = 0; start < text.Length; piece++)
        {
            var length = Math.Min(lengths.Length > 0 ? lengths[piece % lengths.Length] : text.Length, text.Length - start);
            yield return text.Substring(start, length);
            start += length;
        }
    }
}
