using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using OllamaSharp;
using OllamaSharp.Models;
using OllamaSharp.Models.Chat;

namespace AzuSena.Models.Ollama;

/// <summary>A client that we did not write takes the double for an Ollama server.</summary>
public sealed class OllamaDoubleTests : IAsyncLifetime
{
    private readonly OllamaDouble _server = new();

    public Task InitializeAsync() => _server.StartAsync();

    [Fact]
    public async Task Lists_AreReadByOllamaSharp()
    {
        using var client = new OllamaApiClient(_server.Uri, "mistral:7b");

        (await client.GetVersionAsync()).Should().Be("0.12.6");
        (await client.ListLocalModelsAsync()).Select(model => model.Name).Should().Contain(["mistral:7b", "qwen3:4b"]);
        (await client.ListRunningModelsAsync()).Should().NotBeEmpty();
        (await client.ShowModelAsync(new ShowModelRequest { Model = "qwen3:4b" })).Capabilities.Should().Equal("completion", "tools", "thinking");
        (await client.EmbedAsync(new EmbedRequest { Model = "all-minilm", Input = ["uno", "cuatro"] })).Embeddings.Select(vector => vector[0])
            .Should().Equal(3, 6);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Chat_IsReadByOllamaSharp(bool stream)
    {
        _server.Script = _ => ModelScript.Of("Hola", " mundo");
        using var client = new OllamaApiClient(_server.Uri, "mistral:7b");
        var text = "";
        ChatDoneResponseStream? done = null;

        await foreach (var line in client.ChatAsync(new ChatRequest { Model = "mistral:7b", Messages = [new Message(ChatRole.User, "¿?")], Stream = stream }))
        {
            text += line!.Message.Content;
            done = line as ChatDoneResponseStream;
        }

        text.Should().Be("Hola mundo");
        done!.DoneReason.Should().Be("stop");
        done.EvalCount.Should().Be(2);
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();
}
