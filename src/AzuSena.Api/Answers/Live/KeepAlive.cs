using System.Text.Json.Serialization.Metadata;
using AzuSena.Answers;

namespace AzuSena.Api.Answers.Live;

/// <summary>Nothing happened for a while, and the answer is still being made. No step of it: it has no number.</summary>
public sealed record KeepAlive : AnswerEvent
{
    /// <summary>Lets JSON know it as one of the events.</summary>
    internal static void Declare(JsonTypeInfo type)
    {
        if (type.Type == typeof(AnswerEvent))
        {
            type.PolymorphismOptions!.DerivedTypes.Add(new JsonDerivedType(typeof(KeepAlive), "keep_alive"));
        }
    }
}
