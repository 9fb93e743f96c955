using AzuSena.Api.Bodies;
using AzuSena.Errors;
using AzuSena.Voice;
using AzuSena.Voice.Pacing;

namespace AzuSena.Api.Voice;

/// <summary>
/// A request's body that must arrive within a time limit and at a minimum rate: the form as well as the recording in it. A sender that is too slow gets
/// <c>upload_timeout</c>.
/// </summary>
internal sealed class PacedBody : AsyncStream
{
    private readonly Stream _body;
    private readonly WaitBudget _pace;
    private readonly CancellationTokenSource _limit;

    public PacedBody(Stream body, VoiceOptions options, TimeProvider time)
    {
        _body = body;
        _pace = new WaitBudget(options.LongestStall, options.MinUploadRate, time);
        _limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.UploadSeconds), time);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, cancellationToken);
        try
        {
            var read = await _pace.SpendAsync(token => _body.ReadAsync(buffer, token), either.Token);
            _pace.Earn(read);
            return read;
        }
        catch (TimeoutException exception)
        {
            throw new AzuSenaException(ErrorCode.UploadTimeout, exception);
        }
        catch (OperationCanceledException exception) when (_limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new AzuSenaException(ErrorCode.UploadTimeout, exception);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _limit.Dispose();
        }

        base.Dispose(disposing);
    }
}
