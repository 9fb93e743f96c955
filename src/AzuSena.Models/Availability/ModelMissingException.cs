namespace AzuSena.Models.Availability;

/// <summary>The server answers but does not have the model. The message, for the operator, is Spanish and says how to install it.</summary>
internal sealed class ModelMissingException(string message, Exception? cause = null) : Exception(message, cause);
