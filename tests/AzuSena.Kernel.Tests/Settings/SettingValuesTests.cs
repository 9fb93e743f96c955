using AzuSena.Memory.Vectors;
using AzuSena.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AzuSena.Settings;

public sealed class SettingValuesTests
{
    [Theory]
    [InlineData("Llm:MaxConcurrent", "cinco", "Llm__MaxConcurrent debe ser un número entero; su valor es «cinco».")]
    [InlineData("Llm:MaxConcurrent", "99999999999", "Llm__MaxConcurrent debe ser un número entero; su valor es «99999999999».")]
    [InlineData("Llm:TopP", "0,9x", "Llm__TopP debe ser un número como 0.2; su valor es «0,9x».")]
    [InlineData("Llm:Think", "quizá", "Llm__Think debe ser true o false; su valor es «quizá».")]
    public void Options_ValueOfAnotherType_NameTheVariable(string key, string value, string expected) =>
        FluentActions.Invoking(() => Read<LlmOptions>(LlmOptions.SectionName, key, value)).Should().Throw<SettingsException>().WithMessage(expected);

    [Fact]
    public void Options_ValueOfNoChoice_NamesTheChoices() =>
        FluentActions.Invoking(() => Read<VectorOptions>(VectorOptions.SectionName, $"{VectorOptions.SectionName}:Index", "ninguno"))
            .Should().Throw<SettingsException>()
            .WithMessage("*__Index debe ser * o *; su valor es «ninguno».");

    [Theory]
    [InlineData("Llm:MaxConcurrent", "5")]
    [InlineData("Llm:Think", "FALSE")]
    [InlineData("Llm:Seed", "")]
    [InlineData("Llm:Unknown", "cinco")]
    public void Options_ValueOfTheirType_AreBound(string key, string value) =>
        FluentActions.Invoking(() => Read<LlmOptions>(LlmOptions.SectionName, key, value)).Should().NotThrow();

    private static T Read<T>(string section, string key, string value)
        where T : class
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSettings<T>(section).Services.BuildServiceProvider();
        return services.GetRequiredService<IOptions<T>>().Value;
    }
}
