namespace AzuSena.Errors;

public sealed class ErrorCodeNamesTests
{
    public static TheoryData<ErrorCode> Codes => [.. Enum.GetValues<ErrorCode>()];

    // Clients depend on these names: a change here is a change of the contract.
    [Fact]
    public void WireName_EveryCode_IsTheDocumentedList() => Enum.GetValues<ErrorCode>().Select(code => code.WireName()).Should().Equal(
        "question_invalid",
        "request_invalid",
        "unsupported_parameter",
        "model_not_found",
        "request_too_large",
        "media_type_unsupported",
        "encoding_unsupported",
        "host_forbidden",
        "unauthorized",
        "origin_forbidden",
        "not_found",
        "method_not_allowed",
        "passage_not_found",
        "rate_limited",
        "index_not_ready",
        "corpus_unavailable",
        "store_unavailable",
        "answer_timeout",
        "model_unavailable",
        "embeddings_unavailable",
        "model_busy",
        "model_timeout",
        "conversation_not_found",
        "conversation_busy",
        "question_not_found",
        "answer_stopped",
        "too_many_questions",
        "too_many_conversations",
        "no_speech",
        "audio_unsupported",
        "audio_invalid",
        "audio_too_long",
        "upload_timeout",
        "voice_unavailable",
        "voice_busy",
        "transcription_timeout",
        "too_many_voice_requests",
        "speech_unavailable",
        "speech_too_long",
        "speech_timeout",
        "stopping",
        "internal");

    [Theory]
    [MemberData(nameof(Codes))]
    public void Message_EveryCode_IsASpanishSentence(ErrorCode code)
    {
        var message = code.Message();

        message.Should().NotBe(code.ToString()).And.EndWith(".").And.Contain(" ").And.NotContain("{0}");
        new AzuSenaException(code).Message.Should().Be(message);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Parse_WireName_GivesItsCode(ErrorCode code) => ErrorCodeNames.Parse(code.WireName()).Should().Be(code);

    [Theory]
    [InlineData("")]
    [InlineData("Internal")]
    [InlineData("nada")]
    public void Parse_UnknownName_IsInternal(string name) => ErrorCodeNames.Parse(name).Should().Be(ErrorCode.Internal);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Message_RequestInEnglish_IsEnglish(ErrorCode code)
    {
        var spanish = code.Message();
        MessageLanguage.IsEnglish = true;
        try
        {
            code.Message().Should().NotBe(spanish).And.MatchRegex("^[A-Z][ -~]+[.]$");
        }
        finally
        {
            MessageLanguage.IsEnglish = false;
        }
    }

    [Fact]
    public void Text_Arguments_StandInTheirPlaces() =>
        ErrorCodeNames.Text("FrontMatterUnknownKey", "{0}").Should().StartWith("El encabezado tiene una clave desconocida, que se pasó por alto: «{0}».");

    [Fact]
    public void AzuSenaException_ForOperator_IsInTheLogAndNotInTheMessage()
    {
        var exception = new AzuSenaException(ErrorCode.StoreUnavailable) { ForOperator = "La carpeta «/srv/datos»." };

        exception.Message.Should().Be(ErrorCode.StoreUnavailable.Message());
        exception.ToString().Should().StartWith("La carpeta «/srv/datos».").And.Contain(exception.Message);
        new AzuSenaException(ErrorCode.Internal).ForOperator.Should().Be(ErrorCode.Internal.Message());
    }

    [Fact]
    public void AzuSenaException_Cause_IsKeptForTheLogOnly()
    {
        var cause = new InvalidOperationException("secreto");

        var exception = new AzuSenaException(ErrorCode.Internal, cause);

        exception.InnerException.Should().BeSameAs(cause);
        exception.Message.Should().NotContain("secreto");
    }
}
