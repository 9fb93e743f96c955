using System.Text.Json.Serialization;
using AzuSena.Answers;

namespace AzuSena.Api.Answers.Live;

/// <summary>A step of an answer on its way to a client. As JSON it is the step itself, with its number behind the step's own members.</summary>
/// <param name="Event">The step.</param>
/// <param name="Sequence">
/// Its place in a stream that a client may leave and take up again: 1, 2, …; null for what is no step of it.
/// </param>
[JsonConverter(typeof(SentEventConverter))]
internal sealed record SentEvent(AnswerEvent Event, int? Sequence = null);
