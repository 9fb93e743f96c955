using FsCheck.Xunit;

namespace AzuSena.Prompts.Variants;

public sealed class VariantSharesTests
{
    private const string Name = "Answering/AnswerQuestion";

    [Theory]
    [InlineData("Answering/AnswerQuestion.corto")]
    [InlineData("Answering/AnswerQuestion:20")]
    [InlineData("AnswerQuestion.corto:20")]
    [InlineData("Answering/AnswerQuestion.corto:101")]
    [InlineData("Answering/AnswerQuestion.corto:-1")]
    [InlineData("Answering/AnswerQuestion.corto:veinte")]
    [InlineData("Answering/AnswerQuestion.corto:60, Answering/AnswerQuestion.largo:60")]
    [InlineData("Answering/AnswerQuestion.corto:10, Answering/AnswerQuestion.corto:10")]
    [InlineData("Answering/AnswerQuestion.base:10")]
    public void TryParse_NotOfTheForm_IsFalse(string text) => VariantShares.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("", 0)]
    [InlineData(" Answering/AnswerQuestion.corto : 20 , ", 1)]
    [InlineData("Answering/AnswerQuestion.corto:12.5,Conversations/Title.largo:100", 2)]
    public void TryParse_OfTheForm_GivesTheShares(string text, int count)
    {
        VariantShares.TryParse(text, out var shares).Should().BeTrue();

        shares.All.Should().HaveCount(count);
    }

    [Fact]
    public void Choose_ManyKeys_GiveEachVariantItsShare()
    {
        var shares = Read($"{Name}.corto:20,{Name}.largo:30");

        var chosen = Enumerable.Range(0, 10_000).CountBy(key => shares.Choose(Name, $"{key}") ?? "base").ToDictionary();

        chosen["corto"].Should().BeCloseTo(2000, 150);
        chosen["largo"].Should().BeCloseTo(3000, 150);
        chosen["base"].Should().BeCloseTo(5000, 150);
    }

    [Property]
    public bool Choose_SameKey_GivesTheSameVariant(string key)
    {
        var first = Read($"{Name}.corto:50");
        var second = Read($"{Name}.corto:50");
        return first.Choose(Name, key ?? "") == second.Choose(Name, key ?? "");
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(100, "corto")]
    public void Choose_NoneOrAll_NeverStrays(int percent, string? variant)
    {
        var shares = Read($"{Name}.corto:{percent}");

        Enumerable.Range(0, 1000).Select(key => shares.Choose(Name, $"{key}")).Should().OnlyContain(chosen => chosen == variant);
        shares.Choose("Conversations/Title", "1").Should().BeNull();
    }

    private static VariantShares Read(string text) => VariantShares.TryParse(text, out var shares) ? shares : throw new ArgumentException(text, nameof(text));
}
