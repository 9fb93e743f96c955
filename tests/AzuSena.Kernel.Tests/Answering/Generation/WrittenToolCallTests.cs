namespace AzuSena.Answering.Generation;

public sealed class WrittenToolCallTests
{
    [Theory]
    [InlineData("{\"name\":\"x\",\"arguments\":{}}")]
    [InlineData(" \n[ {\"name\":\"x\",\"parameters\":{\"a\":1}} ]\n")]
    [InlineData("```json\n{\"name\":\"x\",\"arguments\":\"{}\"}\n```")]
    [InlineData("{\"name\":\"x\",\"arguments\":{}}\n{\"name\":\"y\",\"arguments\":{}}")]
    [InlineData("{\"type\":\"function\",\"function\":{\"name\":\"x\",\"arguments\":{}}}")]
    public void Take_NothingButCalls_IsNoText(string reply) => ReadAnySplit(reply).Should().BeEmpty();

    [Theory]
    [InlineData("[1] dice que sí.")]
    [InlineData("{\"respuesta\":\"El SENA.\"}")]
    [InlineData("{\"name\":\"SENA\"} es el nombre.")]
    [InlineData("[{\"name\":\"x\"}]")]
    [InlineData("{sin cerrar")]
    [InlineData("```markdown\nEl SENA.\n```")]
    [InlineData("```una línea de código que es larga")]
    [InlineData("")]
    [InlineData("El SENA: {\"name\":\"x\",\"arguments\":{}}")]
    public void Take_Text_StaysAsItIs(string reply) => ReadAnySplit(reply).Should().Be(reply);

    [Fact]
    public void Take_TextThatIsNoCall_IsNotHeldBack() => new WrittenToolCall().Take("Hola").Should().Be("Hola");

    private static string ReadAnySplit(string reply)
    {
        var whole = Read([reply]);
        for (var at = 1; at < reply.Length; at++)
        {
            Read([reply[..at], reply[at..]]).Should().Be(whole);
        }

        Read(reply.Select(character => character.ToString())).Should().Be(whole);
        return whole;
    }

    private static string Read(IEnumerable<string> pieces)
    {
        var call = new WrittenToolCall();
        return string.Concat(pieces.Select(call.Take).ToArray()) + call.End();
    }
}
