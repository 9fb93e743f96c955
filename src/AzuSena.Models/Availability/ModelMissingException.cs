namespace AzuSena.Models.Availability;

/// <summary>The server answers and does not have the model. The message, for the operator, is Spanish and says how to get it.</summary>
internal sealed class ModelMissingException(string message, Exception? cause = null) : Exception(message, cause);
