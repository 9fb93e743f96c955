using Microsoft.ML.OnnxRuntime;

namespace AzuSena.Whisper.Network;

/// <summary>
/// The decoder network, which processes one token at a time. Keys and values stay in ONNX Runtime's own memory and are passed from one step to the next without
/// copying. Safe for concurrent use.
/// </summary>
internal sealed class Decoder : IDisposable
{
    private readonly InferenceSession _first;
    private readonly InferenceSession _next;
    private readonly bool _isMerged;
    private readonly string[] _ownOutputs;
    private readonly string[] _crossOutputs;
    private readonly string[] _ownPasts;
    private readonly string[] _crossPasts;
    private readonly long[] _emptyShape;

    /// <exception cref="WhisperException">The files are not a Whisper decoder with keys and values.</exception>
    public Decoder(ModelFiles files, int threads)
    {
        _first = ModelSessions.Load(files.Decoder, threads);
        _isMerged = files.DecoderWithPast is null;
        _next = _first;
        try
        {
            _next = _isMerged ? _first : ModelSessions.Load(files.DecoderWithPast!, threads);
            _ownOutputs = Named(_first.OutputNames, "present.", ".decoder.");
            _crossOutputs = Named(_first.OutputNames, "present.", ".encoder.");
            (_ownPasts, _crossPasts) = (Pasts(_ownOutputs), Pasts(_crossOutputs));
            var inputs = _next.InputMetadata;
            if (_ownOutputs.Length == 0
                || _crossOutputs.Length == 0
                || !_first.OutputMetadata.TryGetValue("logits", out var logits)
                || logits.ElementType != typeof(float)
                || !_ownPasts.Concat(_crossPasts).All(name => inputs.TryGetValue(name, out var past) && past.ElementType == typeof(float)))
            {
                throw new WhisperException($"{files.Decoder} is no decoder of Whisper's with keys and values (present.N.decoder.key…) in 32-bit numbers.");
            }

            var shape = inputs[_ownPasts[0]].Dimensions;
            _emptyShape = [1, shape[1], 0, shape[3]];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Processes the first tokens of a text.</summary>
    public DecoderState Begin(Listening listening, IReadOnlyList<int> tokens, RunOptions run)
    {
        using var inputs = new Inputs();
        inputs.Add("input_ids", Ids(tokens));
        inputs.Lend("encoder_hidden_states", listening.Hidden);
        if (_isMerged)
        {
            foreach (var name in (string[])[.. _ownPasts, .. _crossPasts])
            {
                inputs.Add(name, OrtValue.CreateTensorValueFromMemory(Array.Empty<float>(), _emptyShape));
            }

            AddSwitches(inputs, usesPast: false, start: 0, tokens.Count);
        }

        var needsCross = listening.CrossAttention is null;
        var outputs = _first.Run(run, inputs.Names, inputs.Values, needsCross ? ["logits", .. _ownOutputs, .. _crossOutputs] : ["logits", .. _ownOutputs]);
        if (needsCross)
        {
            listening.CrossAttention = [.. outputs.Skip(1 + _ownOutputs.Length)];
        }

        return new DecoderState(outputs[0], [.. outputs.Skip(1).Take(_ownOutputs.Length)], tokens.Count);
    }

    /// <summary>Processes one more token.</summary>
    public DecoderState Step(Listening listening, DecoderState state, int token, RunOptions run)
    {
        using var inputs = new Inputs();
        inputs.Add("input_ids", Ids([token]));
        inputs.Lend(_ownPasts, state.Past);
        inputs.Lend(_crossPasts, listening.CrossAttention!);
        if (_next.InputMetadata.ContainsKey("encoder_hidden_states"))
        {
            inputs.Lend("encoder_hidden_states", listening.Hidden);
        }

        AddSwitches(inputs, usesPast: true, state.Length, 1);
        var outputs = _next.Run(run, inputs.Names, inputs.Values, ["logits", .. _ownOutputs]);
        return new DecoderState(outputs[0], [.. outputs.Skip(1)], state.Length + 1);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _first.Dispose();
        if (!ReferenceEquals(_first, _next))
        {
            _next.Dispose();
        }
    }

    private void AddSwitches(Inputs inputs, bool usesPast, int start, int count)
    {
        var metadata = (usesPast ? _next : _first).InputMetadata;
        if (metadata.ContainsKey("use_cache_branch"))
        {
            inputs.Add("use_cache_branch", OrtValue.CreateTensorValueFromMemory([usesPast], [1]));
        }

        if (metadata.ContainsKey("cache_position"))
        {
            inputs.Add(
                "cache_position",
                OrtValue.CreateTensorValueFromMemory(Enumerable.Range(start, count).Select(position => (long)position).ToArray(), [count]));
        }
    }

    private static OrtValue Ids(IReadOnlyList<int> tokens) =>
        OrtValue.CreateTensorValueFromMemory(tokens.Select(token => (long)token).ToArray(), [1, tokens.Count]);

    private static string[] Named(IEnumerable<string> names, string start, string part) =>
        [.. names.Where(name => name.StartsWith(start, StringComparison.Ordinal) && name.Contains(part, StringComparison.Ordinal))];

    private static string[] Pasts(string[] outputs) => [.. outputs.Select(name => name.Replace("present.", "past_key_values.", StringComparison.Ordinal))];

    private sealed class Inputs : IDisposable
    {
        private readonly List<OrtValue> _own = [];

        public List<string> Names { get; } = [];

        public List<OrtValue> Values { get; } = [];

        public void Add(string name, OrtValue value)
        {
            _own.Add(value);
            Lend(name, value);
        }

        public void Lend(string name, OrtValue value)
        {
            Names.Add(name);
            Values.Add(value);
        }

        public void Lend(string[] names, OrtValue[] values)
        {
            Names.AddRange(names);
            Values.AddRange(values);
        }

        public void Dispose() => _own.ForEach(value => value.Dispose());
    }
}
