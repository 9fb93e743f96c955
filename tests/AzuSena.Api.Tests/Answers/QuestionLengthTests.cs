using System.Net;
using System.Text.Json;
using AzuSena.Api.Tests.Support;

namespace AzuSena.Api.Tests.Answers;

/// <summary>A character is what people count as one, and a text of few characters has a bound all the same.</summary>
[Collection(CorpusApiGroup.Name)]
public sealed class QuestionLengthTests(CorpusApi api)
{
    [Theory]
    [InlineData("a", 3995)]
    [InlineData("ñ", 3995)]
    [InlineData("n\u0303", 3995)]
    [InlineData("😀", 3990)]
    [InlineData("👩‍👩‍👧‍👦", 600)]
    public async Task Ask_AsManyCharactersAsPeopleCount_IsAnswered(string character, int count) =>
        (await AskAsync("hola " + string.Concat(Enumerable.Repeat(character, count)))).Status.Should().Be(HttpStatusCode.OK);

    [Theory]
    [InlineData("a", 3996, "4001")]
    [InlineData("n\u0303", 3996, "4001")]
    [InlineData("😀", 3996, "4001")]
    public async Task Ask_OneMoreThanPeopleMayWrite_IsRefusedWithTheirNumber(string character, int count, string said)
    {
        var (status, detail) = await AskAsync("hola " + string.Concat(Enumerable.Repeat(character, count)));

        status.Should().Be(HttpStatusCode.BadRequest);
        detail.Should().Contain($"tiene {said} caracteres").And.Contain("4000");
    }

    [Fact]
    public async Task Ask_OneCharacterOfManyMarks_IsRefused()
    {
        var (status, detail) = await AskAsync("hola a" + new string('\u0301', 9_000));

        status.Should().Be(HttpStatusCode.BadRequest);
        detail.Should().Contain("16000").And.NotContain("4000 ");
    }

    private async Task<(HttpStatusCode Status, string Detail)> AskAsync(string question)
    {
        // Unescaped: what is not would pass the bound of the body.
        using var response = await api.Client.PostBodyAsync(Asking.TextPath, $$"""{"query": "{{question}}"}""");
        var body = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, body.TryGetProperty("detail", out var detail) ? detail.GetString()! : "");
    }
}
