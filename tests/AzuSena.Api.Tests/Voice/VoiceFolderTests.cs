using System.Runtime.Versioning;
using AzuSena.Testing;
using AzuSena.Testing.Voice;
using AzuSena.Voice.Transcribing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Tests.Voice;

public sealed class VoiceFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("TempDirectory", "file/below")]
    [InlineData("TempDirectory", "file")]
    [InlineData("ModelDirectory", "no-such-folder")]
    [InlineData("ModelDirectory", "file")]
    public async Task Start_FolderThatCannotBeUsed_SaysWhichVariable(string setting, string path)
    {
        _folder.Write("file", "");

        var start = async () => await StartAsync($"--Voice:{setting}={_folder.Combine(path)}");

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain($"Voice__{setting}");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Start_NoTempFolder_MakesAPrivateOne()
    {
        await using var api = await StartAsync($"--Voice:TempDirectory={_folder.Combine("new/voice")}");

        File.GetUnixFileMode(_folder.Combine("new/voice")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task Start_WhatAKilledServiceLeft_IsRemoved()
    {
        _folder.Write("azusena-voice-left/.lock", "");
        _folder.Write("azusena-voice-left/recording", "voz");

        await using var api = await StartAsync($"--Voice:TempDirectory={_folder.Path}");

        Directory.GetFileSystemEntries(_folder.Path).Should().BeEmpty();
    }

    private static Task<TestApi> StartAsync(string setting) =>
        TestApi.StartAsync(services => services.AddSingleton<ISpeechModelLoader>(new SpeechDouble()), "--Voice:Enabled=true", setting);
}
