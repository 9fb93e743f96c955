namespace AzuSena.SocketIo.EngineIo;

/// <summary>A message from a client.</summary>
/// <param name="Content">The bytes, valid UTF-8 if it is text. The buffer is borrowed: valid until the handler's task ends.</param>
/// <param name="IsBinary">Whether it is binary data rather than text.</param>
public readonly record struct EngineIoMessage(ReadOnlyMemory<byte> Content, bool IsBinary);
