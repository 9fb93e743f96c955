using AzuSena.Support;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.AI;

namespace AzuSena.Models.Pipeline;

public sealed class ThinkTagsTests
{
    [Theory]
    [InlineData("Hola.", "Hola.", "")]
    [InlineData("<think>pienso</think>\n\nHola.", "Hola.", "pienso")]
    [InlineData("\n<THINK>pienso</Think>Hola.", "Hola.", "pienso")]
    [InlineData("<think></think>Hola.", "Hola.", "")]
    [InlineData("<think>nunca se cierra", "", "nunca se cierra")]
    [InlineData("Uno.<think>dos</think> Tres.", "Uno.Tres.", "dos")]
    [InlineData("a < b <thi c", "a < b <thi c", "")]
    [InlineData("<think>a < b </thin</think>Sí", "Sí", "a < b </thin")]
    [InlineData("pienso</think>\n\nHola.", "Hola.", "pienso")]
    [InlineData("</think>Hola.", "Hola.", "")]
    [InlineData("<think>pienso</think>Hola</think>.", "Hola.", "pienso")]
    public void Take_ModelThatMarksItsThoughts_KeepsThemApart(string reply, string said, string thought) =>
        Read([reply], beginsThinking: false).Should().Be((said, thought));

    [Theory]
    [InlineData("pienso</think>\n\nHola.", "Hola.", "pienso")]
    [InlineData("<think>pienso</think>Hola.", "Hola.", "pienso")]
    [InlineData("Hola.", "Hola.", "")]
    [InlineData("Hola <think>pienso</think>.", "Hola .", "pienso")]
    public void Take_ModelThatBeginsThinking_WaitsForATag(string reply, string said, string thought) =>
        Read([reply], beginsThinking: true).Should().Be((said, thought));

    [Fact]
    public void Take_ModelThatMarksItsThoughts_HoldsNoMoreBackThanATag()
    {
        var tags = new ThinkTags(beginsThinking: false);

        tags.Take("Hola, <").Should().ContainSingle().Which.ToString().Should().Be("Hola, ");
        tags.Take("b").Should().ContainSingle().Which.ToString().Should().Be("<b");
    }

    [Fact]
    public void Take_TagThatIsOnlyClosed_TakesBackWhatWasGiven()
    {
        var tags = new ThinkTags(beginsThinking: false);
        tags.Take("Pienso").Should().ContainSingle().Which.Should().BeOfType<TextContent>();

        var known = tags.Take(" más</think>Hola.");

        known.Select(content => content.GetType()).Should().Equal(typeof(WithdrawnContent), typeof(TextReasoningContent), typeof(TextContent));
        tags.OnlyCloses.Should().BeTrue();
    }

    [Fact]
    public void Interrupt_TextOfWhichNothingIsKnown_CountsAsThought()
    {
        var tags = new ThinkTags(beginsThinking: true);
        tags.Take("Busco").Should().BeEmpty();

        tags.Interrupt().Should().ContainSingle().Which.Should().BeOfType<TextReasoningContent>().Which.Text.Should().Be("Busco");
    }

    [Property(MaxTest = 1000)]
    public Property Take_AnySplit_ReadsTheSame(bool beginsThinking)
    {
        var replies = Generators.TextOf("<think>", "</think>", "<", "</", "th", "ink>", "ñ", " ", "\n", "😀").ToArbitrary();
        return Prop.ForAll(replies, Gen.Choose(1, 6).ListOf().ToArbitrary(), (reply, lengths) =>
            Read(Cut(reply, [.. lengths]), beginsThinking) == Read([reply], beginsThinking));
    }

    private static (string Said, string Thought) Read(IEnumerable<string> pieces, bool beginsThinking)
    {
        var tags = new ThinkTags(beginsThinking);
        var contents = pieces.SelectMany(tags.Take).ToList();
        contents.AddRange(tags.End());
        var left = contents.Skip(1 + contents.FindLastIndex(content => content is WithdrawnContent));
        return (string.Concat(left.OfType<TextContent>()), string.Concat(contents.OfType<TextReasoningContent>().Select(content => content.Text)));
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
