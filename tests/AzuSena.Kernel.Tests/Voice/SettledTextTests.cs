using AzuSena.Voice.Live;

namespace AzuSena.Voice;

public sealed class SettledTextTests
{
    [Fact]
    public void Add_HearingsThatGrow_GiveWhatTwoInARowAgreeOn()
    {
        var settled = new SettledText();

        settled.Add("Cuándo").Should().BeNull();
        settled.Add("¿Cuándo abre la").Should().Be("¿Cuándo");
        settled.Add("¿Cuándo abre la biblia").Should().Be("¿Cuándo abre la");
        settled.Add("¿Cuándo abre la biblioteca?").Should().BeNull();
        settled.Add("¿Cuándo abre la biblioteca?").Should().Be("¿Cuándo abre la biblioteca?");
    }

    [Fact]
    public void Add_HearingThatTakesBack_NeverShortens()
    {
        var settled = new SettledText();
        settled.Add("uno dos tres");
        settled.Add("uno dos tres").Should().Be("uno dos tres");

        settled.Add("uno").Should().BeNull();
        settled.Add("uno dos").Should().BeNull();
    }
}
