using AzuSena.Api.Tests.Support;
using AzuSena.Testing;

namespace AzuSena.Api.Tests.Hosting;

public sealed class StartupRecoveryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StartupRecoveryTests() => _folder.Write("corpus/horario.md", "---\ntitulo: Horario de la biblioteca\n---\nLa biblioteca abre a las ocho.\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_Settings_ReadFromEnvFile()
    {
        Directory.Move(_folder.Combine("corpus"), _folder.Combine("documentos"));
        _folder.Write(".env", "CORPUS_DIR=documentos\nDATA_DIR=base\nLOG_DIR=registro\n");
        await using var service = ApiProcess.Start(_folder);

        await ShouldAnswerAsync(service);
        File.Exists(_folder.Combine("base/azusena.db")).Should().BeTrue();
        File.Exists(_folder.Combine("registro/azusena.log")).Should().BeTrue();
    }

    [Fact]
    public async Task Start_CorruptDatabase_IsPutAsideAndRebuilt()
    {
        var rubbish = string.Concat(Enumerable.Repeat("esto no es una base de datos ", 1000));
        _folder.Write("data/azusena.db", rubbish);
        await using var service = ApiProcess.Start(_folder);

        await ShouldAnswerAsync(service);
        var aside = Directory.GetFiles(_folder.Combine("data"), "azusena.db.corrupt-*").Should().ContainSingle().Subject;
        (await File.ReadAllTextAsync(aside)).Should().Be(rubbish);
        service.Said.Should().Contain("damaged").And.Contain(aside).And.NotContain("   at ");
        (await ReadLogAsync()).Should().Contain(aside);
    }

    [Fact]
    public async Task Start_CorpusGoneButIndexed_KeepsServing()
    {
        await using (var first = ApiProcess.Start(_folder))
        {
            await ShouldAnswerAsync(first);
        }

        Directory.Move(_folder.Combine("corpus"), _folder.Combine("otra"));
        await using var second = ApiProcess.Start(_folder);

        await ShouldAnswerAsync(second);
        second.Said.Should().Contain("CORPUS_DIR").And.NotContain("   at ");
    }

    [Fact]
    public async Task Log_AfterAQuestion_HoldsItsIdButNotItsText()
    {
        await using var service = ApiProcess.Start(_folder);
        var id = await ShouldAnswerAsync(service);

        (await ReadLogAsync()).Should().Contain(id).And.NotContain("A qué hora");
    }

    // The service still has it open.
    private async Task<string> ReadLogAsync()
    {
        await using var file = new FileStream(Directory.GetFiles(_folder.Combine("logs")).Single(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync();
    }

    private static async Task<string> ShouldAnswerAsync(ApiProcess service)
    {
        using var client = new HttpClient { BaseAddress = await service.ReadyAsync() };
        var answer = await client.AskAsync("¿A qué hora abre la biblioteca?");

        answer.Text("response").Should().Contain("La biblioteca abre a las ocho.");
        return answer.Text("question_id");
    }
}
