using System.Runtime.Versioning;
using AzuSena.Api.Hosting;
using AzuSena.Api.Tests.Support;
using AzuSena.Testing;
using Microsoft.Extensions.Logging;
using Serilog;

namespace AzuSena.Api.Tests.Hosting;

[UnsupportedOSPlatform("windows")]
public sealed class LogFolderTests : IDisposable
{
    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode PrivateFolder = PrivateFile | UnixFileMode.UserExecute;
    private const UnixFileMode Open = PrivateFolder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder _folder = new();

    private string Logs => _folder.Combine("var/logs");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_NewFolder_IsTheUsersAloneAsAreItsFiles()
    {
        using (var log = Write(Logs))
        {
            log.Information("Texto");
            for (var entry = 0; entry < 12; entry++)
            {
                log.Information("{Filler}", new string('a', 1024 * 1024));
            }
        }

        File.GetUnixFileMode(Logs).Should().Be(PrivateFolder);
        Directory.GetFiles(Logs).Should().HaveCount(2, "the first is full").And.OnlyContain(file => File.GetUnixFileMode(file) == PrivateFile);
    }

    [Fact]
    public void Write_FolderOfAnEarlierVersion_IsClosed()
    {
        _folder.Write("var/logs/azusena.log", "antes\n");
        _folder.Write("var/logs/azusena_001.log", "después\n");
        File.SetUnixFileMode(Logs, Open);

        Write(Logs).Dispose();

        File.GetUnixFileMode(Logs).Should().Be(PrivateFolder);
        Directory.GetFiles(Logs).Should().HaveCount(2).And.OnlyContain(file => File.GetUnixFileMode(file) == PrivateFile);
        File.ReadAllText(_folder.Combine("var/logs/azusena.log")).Should().StartWith("antes");
    }

    [Fact]
    public void Write_FolderThatOthersUseToo_StaysOpenAndItsFilesAreClosed()
    {
        var other = _folder.Write("var/logs/otro.log", "");
        File.SetUnixFileMode(other, Open);
        File.SetUnixFileMode(Logs, Open);

        Write(Logs).Dispose();

        File.GetUnixFileMode(Logs).Should().Be(Open);
        File.GetUnixFileMode(other).Should().Be(Open);
        File.GetUnixFileMode(_folder.Combine("var/logs/azusena.log")).Should().Be(PrivateFile);
    }

    [Fact]
    public async Task Start_FolderThatCannotBeMade_IsToldAndServesAllTheSame()
    {
        using var log = new LogLines();
        var folder = Path.Combine(_folder.Write("archivo", ""), "logs");
        await using var api = await TestApi.StartAsync(log.Register, $"--Api:LogDirectory={folder}");

        log.Of(LogLevel.Warning).Should().ContainSingle().Which.Should().Contain("LOG_DIR").And.Contain(folder);
        (await api.Client.AskAsync("hola")).Text("response").Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("uno\n[12:00:00 INF] dos", @"uno\n[12:00:00 INF] dos")]
    [InlineData("uno\r\ndos", @"uno\r\ndos")]
    [InlineData("\u001b[31mrojo\u2028", @"\u001b[31mrojo\u2028")]
    [InlineData("¿Qué es el SENA? 😀", "¿Qué es el SENA? 😀")]
    public void Write_ValueWithControlCharacters_StaysOnItsLine(string value, string written)
    {
        using (var log = Write(Logs))
        {
            log.Information("Said {Value}", value);
        }

        File.ReadAllLines(_folder.Combine("var/logs/azusena.log")).Should().ContainSingle().Which.Should().EndWith($"Said {written}");
    }

    private static Serilog.Core.Logger Write(string folder)
    {
        var logging = new LoggerConfiguration().Enrich.With<OneLineValues>();
        LogFolder.Prepare(folder).WriteTo(logging);
        return logging.CreateLogger();
    }
}
