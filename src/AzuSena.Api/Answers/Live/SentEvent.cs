using System.Text.Json.Serialization;
using AzuSena.Answers;

namespace AzuSena.Api.Answers.Live;

/// <summary>A step of an answer being sent to a client. As JSON it is the step itself, with its number after the step's own members.</summary>
/// <param name="Event">The step.</param>
/// <param name="Sequence">Its position in a stream that a client may leave and resume: 1, 2, …; null for an event that is not a step.</param>
[JsonConverter(typeof(SentEventConverter))]
internal sealed record SentEvent(AnswerEvent Event, int? Sequence = null);
