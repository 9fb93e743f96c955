using System.Text.Json;
using AzuSena.Errors;

namespace AzuSena.Answers;

public sealed class AnswerEventsTests
{
    private static readonly Answer Whole = new("Texto.", "id", null, "extractive", false, 0.9, false, [], new AnswerTimings(1, 2, 3));

    [Fact]
    public async Task ToAnswerAsync_Completed_GivesTheAnswer() =>
        (await Stream(new AnswerStarted("id", "extractive"), new AnswerToken("Texto."), new AnswerCompleted(Whole)).ToAnswerAsync()).Should().BeSameAs(Whole);

    [Fact]
    public async Task ToAnswerAsync_Failed_ThrowsTheSameCodeAndText()
    {
        foreach (var code in Enum.GetValues<ErrorCode>())
        {
            var folding = () => Stream(new AnswerStarted("id", "extractive"), new AnswerFailed(code.WireName(), "El texto.")).ToAnswerAsync();

            (await folding.Should().ThrowAsync<AzuSenaException>().WithMessage("El texto.")).Which.Code.Should().Be(code);
        }
    }

    [Fact]
    public async Task ToAnswerAsync_StreamWithoutAnEnd_IsAFaultOfOurs()
    {
        var folding = () => Stream(new AnswerStarted("id", "extractive")).ToAnswerAsync();

        (await folding.Should().ThrowAsync<AzuSenaException>()).Which.Code.Should().Be(ErrorCode.Internal);
    }

    [Fact]
    public void AnswerEvent_Json_NamesItsType()
    {
        AnswerEvent[] events =
        [
            new AnswerStarted("id", "extractive"), new PassagesRetrieved([], []), new AnswerAbstained(0, []), new AnswerToken("x"), new AnswerCompleted(Whole),
            new AnswerFailed("internal", "x"),
        ];

        events.Select(it => JsonSerializer.SerializeToElement(it).GetProperty("type").GetString())
            .Should().Equal("answer_started", "passages_retrieved", "answer_abstained", "answer_token", "answer_completed", "answer_failed");
    }

    private static async IAsyncEnumerable<AnswerEvent> Stream(params AnswerEvent[] events)
    {
        await Task.CompletedTask;
        foreach (var @event in events)
        {
            yield return @event;
        }
    }
}
