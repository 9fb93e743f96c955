namespace AzuSena.Testing.Hosted;

/// <summary>A command line for the program that runs many.</summary>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">Variables on top of the program's own; of two with one name the later holds.</param>
internal sealed record HostedCommand(string[] Arguments, KeyValuePair<string, string>[] Environment);
