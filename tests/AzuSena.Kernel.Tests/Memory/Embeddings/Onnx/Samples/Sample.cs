using System.Text.Json;
using AzuSena.Testing;

namespace AzuSena.Memory.Embeddings.Onnx.Samples;

/// <summary>The files beside this one; README.md says where they come from.</summary>
internal static class Sample
{
    /// <summary>Text and the ids that another implementation gives it.</summary>
    public sealed record Encoded(string Text, int[] Ids);

    /// <summary>Text and the vector that another implementation gives it.</summary>
    public sealed record Embedded(string Text, float[] Vector);

    public static string PathOf(string name) => Path.Combine(Repository.Root, "tests", "AzuSena.Kernel.Tests", "Memory", "Embeddings", "Onnx", "Samples", name);

    public static IReadOnlyList<T> Read<T>(string name) => JsonSerializer.Deserialize<List<T>>(File.ReadAllText(PathOf(name)), JsonSerializerOptions.Web)!;
}
