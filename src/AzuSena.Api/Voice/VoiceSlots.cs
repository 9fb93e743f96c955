using System.Runtime.InteropServices;
using AzuSena.Errors;
using AzuSena.Voice;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Voice;

/// <summary>
/// Counts the concurrent recordings, and texts being read aloud, in total and per address, so that slow connections of one address do not keep the others out.
/// A slot is released by disposing it. Safe for concurrent use.
/// </summary>
internal sealed class VoiceSlots(IOptions<VoiceOptions> options)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    private readonly Count _recordings = new();
    private readonly Count _speeches = new();

    /// <summary>A slot for a recording, from its first byte until it has been transcribed.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.TooManyVoiceRequests"/> or <see cref="ErrorCode.VoiceBusy"/>.</exception>
    public IDisposable EnterRecording(string address) => _recordings.Enter(address, options.Value.MaxRecordings, options.Value.RecordingsPerAddress);

    /// <summary>A slot for a text that is read aloud, until its audio has been sent. The speech synthesis itself limits their total number.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.TooManyVoiceRequests"/>.</exception>
    public IDisposable EnterSpeech(string address) => _speeches.Enter(address, int.MaxValue, options.Value.SpeechesPerAddress);

    private sealed class Count
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, int> _addresses = [];
        private int _all;

        public Slot Enter(string address, int most, int mostPerAddress)
        {
            lock (_lock)
            {
                if (mostPerAddress > 0 && _addresses.GetValueOrDefault(address) >= mostPerAddress)
                {
                    throw new AzuSenaException(ErrorCode.TooManyVoiceRequests) { RetryAfter = Wait };
                }

                if (_all >= most)
                {
                    throw new AzuSenaException(ErrorCode.VoiceBusy) { RetryAfter = Wait };
                }

                Add(address, 1);
                return new Slot(this, address);
            }
        }

        public void Leave(string address)
        {
            lock (_lock)
            {
                Add(address, -1);
            }
        }

        private void Add(string address, int change)
        {
            _all += change;
            if ((CollectionsMarshal.GetValueRefOrAddDefault(_addresses, address, out _) += change) == 0)
            {
                _addresses.Remove(address);
            }
        }
    }

    private sealed class Slot(Count count, string address) : IDisposable
    {
        private bool _isDisposed;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref _isDisposed, true))
            {
                count.Leave(address);
            }
        }
    }
}
