using AzuSena.Whisper.Network;
using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Whisper.Speech;

/// <summary>Silero's voice activity detector (versions 5 and 6): a small recurrent network whose input is 32 ms and the 4 ms before them.</summary>
public sealed class SileroDetector : ISpeechDetector
{
    private const int ContextLength = 64;
    private const int StateLength = 2 * 128;

    private static readonly string[] Inputs = ["input", "state", "sr"];
    private static readonly string[] Outputs = ["output", "stateN"];

    private readonly InferenceSession _session;

    /// <summary>Loads the network.</summary>
    /// <param name="path">The <c>.onnx</c> file.</param>
    /// <exception cref="WhisperException">The file is not such a network.</exception>
    public SileroDetector(string path)
    {
        _session = ModelSessions.Load(path, threads: 1);
        if (!Inputs.All(_session.InputMetadata.ContainsKey) || !Outputs.All(_session.OutputMetadata.ContainsKey))
        {
            _session.Dispose();
            throw new WhisperException($"{path} is not Silero's detector of version 5 or 6.");
        }
    }

    /// <inheritdoc/>
    public ISpeechTracker Start() => new Tracker(_session);

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private sealed class Tracker : ISpeechTracker
    {
        private readonly InferenceSession _session;
        private readonly RunOptions _run = new();
        private readonly float[] _samples = new float[ContextLength + ISpeechDetector.FrameLength];
        private readonly float[] _output = new float[1];
        private readonly OrtIoBinding _even;
        private readonly OrtIoBinding _odd;
        private readonly List<OrtValue> _values = [];
        private bool _isOdd;

        public Tracker(InferenceSession session)
        {
            _session = session;
            var input = Keep(OrtValue.CreateTensorValueFromMemory(_samples, [1, _samples.Length]));
            var rate = Keep(OrtValue.CreateTensorValueFromMemory(new long[] { Audio.AudioClip.SampleRate }, []));
            var output = Keep(OrtValue.CreateTensorValueFromMemory(_output, [1, 1]));
            var first = Keep(OrtValue.CreateTensorValueFromMemory(new float[StateLength], [2, 1, 128]));
            var second = Keep(OrtValue.CreateTensorValueFromMemory(new float[StateLength], [2, 1, 128]));

            // The state alternates between two buffers.
            _even = Bind(input, first, rate, output, second);
            _odd = Bind(input, second, rate, output, first);
        }

        public float Judge(ReadOnlySpan<float> frame)
        {
            _samples.AsSpan(ISpeechDetector.FrameLength).CopyTo(_samples);
            frame.CopyTo(_samples.AsSpan(ContextLength));
            _session.RunWithBinding(_run, _isOdd ? _odd : _even);
            _isOdd = !_isOdd;
            return _output[0];
        }

        public void Dispose()
        {
            _even.Dispose();
            _odd.Dispose();
            _run.Dispose();
            _values.ForEach(value => value.Dispose());
        }

        private OrtIoBinding Bind(OrtValue input, OrtValue state, OrtValue rate, OrtValue output, OrtValue nextState)
        {
            var binding = _session.CreateIoBinding();
            binding.BindInput(Inputs[0], input);
            binding.BindInput(Inputs[1], state);
            binding.BindInput(Inputs[2], rate);
            binding.BindOutput(Outputs[0], output);
            binding.BindOutput(Outputs[1], nextState);
            return binding;
        }

        private OrtValue Keep(OrtValue value)
        {
            _values.Add(value);
            return value;
        }
    }
}
