using AzuSena.Answers;
using AzuSena.Tests.Conversations;
using AzuSena.Voice.Speaking;

namespace AzuSena.Tests.Voice.Speaking;

public sealed class SpokenAnswerTests
{
    private const string Offer = "\n\n¿Quieres que te cuente más?";

    [Theory]
    [InlineData("Dura dos años [1]. Puede terminar antes [1].", "Dura dos años.", "Dura dos años." + Offer)]
    [InlineData("Los pasos: [1]\n\n1. Uno.\n2. Dos.\n\nHay excepciones [2].", "Los pasos:\n\n1. Uno.\n2. Dos.", "Los pasos:\n\n1. Uno.\n2. Dos." + Offer)]
    [InlineData("Dura dos años [1].", "Dura dos años.", "Dura dos años [1].")]
    [InlineData("No lo encontré.", null, "No lo encontré.")]
    public void Of_AnswerWithARest_IsTheLeadAndAnOffer(string response, string? lead, string spoken) =>
        SpokenAnswer.Of(Dialogue.Answer(response) with { Lead = lead }).Should().Be(spoken);

    [Fact]
    public void Of_LeadAloneWithMoreFound_OffersIt()
    {
        var more = new Citation(2, "p", "Título", Source: null, Date: null, [], "Otra cosa.", 0, 10);

        SpokenAnswer.Of(Dialogue.Answer("Dura dos años [1].") with { Lead = "Dura dos años.", More = [more] }).Should().Be("Dura dos años." + Offer);
    }
}
