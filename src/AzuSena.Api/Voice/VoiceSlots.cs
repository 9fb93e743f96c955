using System.Runtime.InteropServices;
using AzuSena.Errors;
using AzuSena.Voice;
using Microsoft.Extensions.Options;

namespace AzuSena.Api.Voice;

/// <summary>
/// Counts what is here at once of recordings, and of texts that are read aloud, in all and for each address, so that nobody's slow connections keep everybody
/// else out. A place is given back by disposing it. Safe for concurrent use.
/// </summary>
internal sealed class VoiceSlots(IOptions<VoiceOptions> options)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    private readonly Count _recordings = new();
    private readonly Count _speeches = new();

    /// <summary>A place for a recording, from its first byte until it has been heard.</summary>
    /// <exception cref="AzuSenaException"><see cref="ErrorCode.TooManyVoiceRequests"/> or <see cref="ErrorCode.VoiceBusy"/>.</exception>
    public IDisposable EnterRecording(string address) => _recordings.Enter(address, options.Value.MaxRecordings, options.Value.RecordingsPerAddress);

    /// <summary>A place for a text that is read aloud, until its sound has been taken. How many there are in all, the speaker knows.</summary>
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
