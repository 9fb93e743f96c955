using System.Text.Json;
using AzuSena.Answers;
using AzuSena.Api.Answers.Live;

namespace AzuSena.Api.Tests.Answers.Live;

public sealed class SentEventTests
{
    private static readonly JsonSerializerOptions Json = CreateJson();

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void Write_NumberedStep_IsTheStepWithItsNumberLast(int number) =>
        Write(new SentEvent(new AnswerToken("«año»"), number)).Should().Be($$"""{"type":"answer_token","text":"«año»","sequence":{{number}}}""");

    [Fact]
    public void Write_WithoutANumber_IsTheStepAlone() =>
        Write(new SentEvent(new AnswerFailed("stopping", "Se detiene."))).Should().Be("""{"type":"answer_failed","code":"stopping","message":"Se detiene."}""");

    [Fact]
    public void Write_KeepAlive_IsOneOfTheEvents() => Write(new SentEvent(new KeepAlive())).Should().Be("""{"type":"keep_alive"}""");

    private static string Write(SentEvent step) => JsonSerializer.Serialize(step, Json);

    private static JsonSerializerOptions CreateJson()
    {
        var json = new JsonSerializerOptions();
        JsonDefaults.Apply(json);
        return json;
    }
}
