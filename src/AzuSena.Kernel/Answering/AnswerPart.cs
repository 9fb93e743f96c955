namespace AzuSena.Answering;

/// <summary>Something that a composer gives: a piece of the text, or what is to be known of it.</summary>
public abstract record AnswerPart;

/// <summary>A piece of an answer's text.</summary>
/// <param name="Text">To be appended as it is.</param>
/// <param name="Citation">The passage behind it, where the piece ends with a citation mark.</param>
public sealed record AnswerPiece(string Text, Citation? Citation = null) : AnswerPart;

/// <summary>Something that whoever asks is told beside the text.</summary>
/// <param name="Event">Passed on as it is.</param>
public sealed record AnswerNotice(AnswerEvent Event) : AnswerPart;

/// <summary>Which prompt the text that follows is written from.</summary>
/// <param name="Version">Its name and hash.</param>
public sealed record AnswerPrompt(string Version) : AnswerPart;

/// <summary>The text so far says that the documents do not answer the question.</summary>
public sealed record AnswerDeclined : AnswerPart;
