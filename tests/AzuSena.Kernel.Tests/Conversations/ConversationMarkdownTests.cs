using AzuSena.Conversations;

namespace AzuSena.Tests.Conversations;

public sealed class ConversationMarkdownTests
{
    [Fact]
    public void Write_Conversation_HoldsEverythingButTheId()
    {
        var turn = Dialogue.Turn("¿Qué es el SENA?", "Una entidad [1].", "Qué es el SENA");
        var conversation = new Conversation("un-secreto", "Mi título", Dialogue.Start, Dialogue.Start, [turn, turn with { Citations = [] }]);

        var text = ConversationMarkdown.Write(conversation);

        text.Should().StartWith("# Mi título\n\nEmpezó el 01/03/2026 03:00 (hora de Colombia).\n\n## ¿Qué es el SENA?\n\nUna entidad [1].\n\n*Fuentes: [1] " +
            "Qué es el SENA*\n");
        text.Should().NotContain("un-secreto");
    }
}
