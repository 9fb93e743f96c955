using AzuSena.Testing;

namespace AzuSena.Memory.Indexing;

public sealed class ProcessLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string LockFile => _folder.Combine("index.lock");

    [Fact]
    public void TryTake_Held_IsNullUntilItIsFree()
    {
        using (var first = ProcessLock.TryTake(LockFile, TimeProvider.System))
        {
            first.Should().NotBeNull();
            ProcessLock.TryTake(LockFile, TimeProvider.System).Should().BeNull();
        }

        using var next = ProcessLock.TryTake(LockFile, TimeProvider.System);
        next.Should().NotBeNull();
    }

    [Fact]
    public void Holder_Held_NamesTheProcess()
    {
        using var held = ProcessLock.TryTake(LockFile, TimeProvider.System);

        ProcessLock.Holder(LockFile).Should().Contain($"PID {Environment.ProcessId}").And.Contain(Environment.MachineName);
    }

    [Fact]
    public void Holder_NoLock_IsEmpty() => ProcessLock.Holder(LockFile).Should().BeEmpty();

    [Fact]
    public void TryTake_NoFolder_Throws() =>
        FluentActions.Invoking(() => ProcessLock.TryTake(_folder.Combine("nada/index.lock"), TimeProvider.System)).Should().Throw<DirectoryNotFoundException>();

    public void Dispose() => _folder.Dispose();
}
