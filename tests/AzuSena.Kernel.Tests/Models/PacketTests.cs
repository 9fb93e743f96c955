using AzuSena.Testing.Models;
using AzuSena.Testing.Ollama;
using AzuSena.Testing.OpenAi;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AzuSena.Models;

/// <summary>However a reply is cut into packets, at any byte, it says the same.</summary>
[Properties(Arbitrary = [typeof(PacketTests)], MaxTest = 150)]
public sealed class PacketTests : IAsyncLifetime
{
    private static readonly string[] Pieces =
        ["Hola", " mundo", "ñ", "á", "€", "😀", "👩‍🎓", "\n", "\\n", "\"", "{", "}", "data: ", "<", "<th", "<thinking", "</", "[1]", " ", "\u2028",
            "done\":true"];

    private readonly OllamaDouble _ollama = new();
    private readonly OpenAiDouble _openAi = new();
    private ModelHost? _overOllama;
    private ModelHost? _overOpenAi;

    /// <summary>A reply: what the model thinks, what it says, and how both are cut.</summary>
    public sealed record Reply(string[] Thought, string[] Said, int[] Packets);

    public static Arbitrary<Reply> Replies() =>
        (from thought in Gen.Elements(Pieces).ArrayOf(4)
         from said in Gen.Elements(Pieces).ArrayOf(12)
         from packets in Gen.Frequency((3, Gen.Choose(1, 5)), (2, Gen.Choose(1, 60)), (1, Gen.Choose(60, 4000))).ArrayOf(7)
         select new Reply(thought, said, packets)).ToArbitrary();

    public async Task InitializeAsync()
    {
        await _ollama.StartAsync();
        await _openAi.StartAsync();
        _overOllama = ModelHost.Over(_ollama);
        _overOpenAi = ModelHost.Over(_openAi);
    }

    [Property]
    public async Task Ollama_AnyPackets_SayTheSame(Reply reply)
    {
        _ollama.Script = _ => ModelScript.Of(reply.Said).Cut(reply.Packets);

        (await _overOllama!.Client.AskAsync("¿?")).Text().Should().Be(Said(reply));
    }

    [Property]
    public async Task OpenAi_AnyPackets_SayTheSame(Reply reply)
    {
        _openAi.Script = _ => ModelScript.Of(reply.Said).Cut(reply.Packets);

        (await _overOpenAi!.Client.AskAsync("¿?")).Text().Should().Be(Said(reply));
    }

    [Property]
    public async Task Ollama_AnyPacketsOfThoughts_AreKeptApart(Reply reply)
    {
        _ollama.Script = _ => new ModelScript().Think(reply.Thought).Text(["<thi", "nk>", .. reply.Thought, "</thin", "k>\n\n", .. reply.Said])
            .Cut(reply.Packets);

        var updates = await _overOllama!.Client.AskAsync("¿?");

        updates.Text().Should().Be(Said(reply));
        updates.Thought().Should().Be(string.Concat(reply.Thought) + string.Concat(reply.Thought));
    }

    [Property]
    public async Task OpenAi_AnyPacketsOfThoughts_AreKeptApart(Reply reply)
    {
        _openAi.Script = _ => new ModelScript().Think(reply.Thought).Text(["<think>", .. reply.Thought, "</think>", .. reply.Said]).Cut(reply.Packets);

        var updates = await _overOpenAi!.Client.AskAsync("¿?");

        updates.Text().Should().Be(Said(reply));
        updates.Thought().Should().Be(string.Concat(reply.Thought) + string.Concat(reply.Thought));
    }

    public async Task DisposeAsync()
    {
        await _overOllama!.DisposeAsync();
        await _overOpenAi!.DisposeAsync();
        await _ollama.DisposeAsync();
        await _openAi.DisposeAsync();
    }

    private static string Said(Reply reply) => string.Concat(reply.Said).TrimStart();
}
