namespace AzuSena.SocketIo.EngineIo;

/// <summary>A message of a client.</summary>
/// <param name="Content">The bytes, valid UTF-8 where it is text. They are on loan: valid until the handler's task has ended.</param>
/// <param name="IsBinary">Whether it is binary data rather than text.</param>
public readonly record struct EngineIoMessage(ReadOnlyMemory<byte> Content, bool IsBinary);
