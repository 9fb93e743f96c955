using System.Text.Json.Serialization.Metadata;
using AzuSena.Answers;

namespace AzuSena.Api.Answers.Live;

/// <summary>Sent when nothing happened for a while and the answer is still in progress. It is not a step of the answer, so it has no number.</summary>
public sealed record KeepAlive : AnswerEvent
{
    /// <summary>Declares it to JSON as one of the events.</summary>
    internal static void Declare(JsonTypeInfo type)
    {
        if (type.Type == typeof(AnswerEvent))
        {
            type.PolymorphismOptions!.DerivedTypes.Add(new JsonDerivedType(typeof(KeepAlive), "keep_alive"));
        }
    }
}
