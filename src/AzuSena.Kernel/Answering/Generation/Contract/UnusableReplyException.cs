namespace AzuSena.Answering.Generation.Contract;

/// <summary>A model's reply cannot become an answer, although its server works: it is in another language or form, or goes round in circles.</summary>
/// <param name="reason">What is wrong, for the log.</param>
internal sealed class UnusableReplyException(string reason) : Exception(reason);
