
namespace AzuSena.Courtesies;

public sealed class SmallTalkTests
{
    [Theory]
    [InlineData("hola")]
    [InlineData("¡HOLA!")]
    [InlineData("Hola, AzuSENA")]
    [InlineData("Buenos días")]
    [InlineData("buenos dias señorita")]
    [InlineData("Buenas tardes, ¿cómo estás?")]
    [InlineData("hola hola, ¿qué más, parce?")]
    public void ReplyTo_Greeting_GreetsBack(string text) => SmallTalk.ReplyTo(text).Should().StartWith("¡Hola! Soy AzuSENA");

    [Theory]
    [InlineData("gracias")]
    [InlineData("Muchísimas gracias!!!")]
    [InlineData("ok, gracias, muy amable")]
    [InlineData("hola, gracias")]
    [InlineData("PERFECTO")]
    public void ReplyTo_Thanks_IsGlad(string text) => SmallTalk.ReplyTo(text).Should().StartWith("¡Con mucho gusto!");

    [Theory]
    [InlineData("chao")]
    [InlineData("Adiós.")]
    [InlineData("hasta mañana, amiga")]
    [InlineData("bueno, hasta luego")]
    public void ReplyTo_Farewell_SaysGoodbye(string text) => SmallTalk.ReplyTo(text).Should().StartWith("¡Hasta pronto!");

    [Theory]
    [InlineData("¿Quién eres?")]
    [InlineData("quien eres tu")]
    [InlineData("Hola, ¿qué puedes hacer?")]
    [InlineData("¿ERES UN ROBOT?")]
    [InlineData("¿Cómo te llamas, por favor?")]
    [InlineData("ayuda")]
    public void ReplyTo_QuestionAboutItself_SaysWhatItIs(string text) => SmallTalk.ReplyTo(text).Should().StartWith("Soy AzuSENA, una asistente virtual.");

    [Theory]
    [InlineData("Hola, ¿qué es el SENA?")]
    [InlineData("Buenos días, ¿cómo me inscribo?")]
    [InlineData("gracias por la beca de apoyo")]
    [InlineData("¿Quién eres para el contrato de aprendizaje?")]
    [InlineData("ayuda para inscribirme")]
    [InlineData("¿cómo funcionas con el SENA?")]
    [InlineData("holanda")]
    [InlineData("contrato")]
    public void ReplyTo_AnythingElse_IsNoSmallTalk(string text) => SmallTalk.ReplyTo(text).Should().BeNull();

    [Theory]
    [InlineData("")]
    [InlineData("¿?")]
    [InlineData("por favor")]
    [InlineData("AzuSENA")]
    public void ReplyTo_OnlyFiller_IsNoSmallTalk(string text) => SmallTalk.ReplyTo(text).Should().BeNull();

    [Fact]
    public void ReplyTo_EveryPhraseOfTheFile_HasAReply()
    {
        using var reader = new StreamReader(typeof(SmallTalk).Assembly.GetManifestResourceStream("AzuSena.Courtesies.phrases.txt")!);
        var groups = reader.ReadToEnd().Split('\n')
            .Where(line => line.Contains(':') && !line.StartsWith('#') && !line.StartsWith("Filler", StringComparison.Ordinal));

        var phrases = groups.SelectMany(line => line[(line.IndexOf(':') + 1)..].Split('|')).ToArray();

        phrases.Should().HaveCountGreaterThan(50).And.OnlyContain(phrase => SmallTalk.ReplyTo(phrase) != null);
    }
}
