namespace AzuSena.Models.Pipeline;

/// <summary>A mark by which a chat template sets turns apart. A server takes them out; one that knows the template badly leaves them in the text.</summary>
/// <param name="Text">As the model writes it.</param>
/// <param name="Meaning">What follows it.</param>
internal sealed record TemplateMark(string Text, TurnMark Meaning)
{
    /// <summary>
    /// The marks of the five models in docs/models.md (Mistral, Zephyr for TinyLlama, Phi-3, DeepSeek, ChatML for Qwen), and of Llama, Gemma and gpt-oss.
    /// </summary>
    public static IReadOnlyList<TemplateMark> All { get; } =
    [
        .. Of(TurnMark.End,
            "</s>", "<eos>", "<|im_end|>", "<|endoftext|>", "<|end|>", "<|end_of_text|>", "<|end_of_turn|>", "<|eot_id|>", "<|eom_id|>", "<|EOT|>",
            "<end_of_turn>", "<|return|>", "<|call|>", "<｜end▁of▁sentence｜>", "<|end▁of▁sentence|>"),
        .. Of(TurnMark.None,
            "<bos>", "<pad>", "<unk>", "<|begin_of_text|>", "<|end_header_id|>", "<|message|>", "<|im_sep|>", "<｜begin▁of▁sentence｜>",
            "<|begin▁of▁sentence|>", "<</SYS>>"),
        .. Of(TurnMark.Begin, "<s>"),
        .. Of(TurnMark.Role, "<|im_start|>", "<|start_header_id|>", "<|start|>", "<|channel|>", "<start_of_turn>"),
        .. Of(TurnMark.Answer,
            "<|assistant|>", "<｜Assistant｜>", "<|Assistant|>", "[/INST]", "[/TOOL_RESULTS]", "[/AVAILABLE_TOOLS]", "[/SYSTEM_PROMPT]",
            "</tool_response>", "</tool_call>", "<|/tool_call|>", "<｜tool▁calls▁end｜>", "<｜tool▁outputs▁end｜>"),
        .. Of(TurnMark.Other,
            "<|user|>", "<|system|>", "<|tool|>", "<｜User｜>", "<|User|>", "[INST]", "[SYSTEM_PROMPT]", "<<SYS>>", "[AVAILABLE_TOOLS]",
            "[TOOL_RESULTS]", "<tool_response>", "<｜tool▁outputs▁begin｜>"),
        .. Of(TurnMark.ToolCall, "[TOOL_CALLS]", "<tool_call>", "<|tool_call|>", "<|python_tag|>", "<｜tool▁calls▁begin｜>", "<｜tool▁call▁begin｜>"),
    ];

    private static IEnumerable<TemplateMark> Of(TurnMark meaning, params IEnumerable<string> marks) => marks.Select(mark => new TemplateMark(mark, meaning));
}

/// <summary>What a mark of a chat template says of the text behind it.</summary>
internal enum TurnMark
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The turn begins; in mid-text it is HTML for struck-out words.</summary>
    Begin,

    /// <summary>The turn is over.</summary>
    End,

    /// <summary>The word behind it says whose turn begins.</summary>
    Role,

    /// <summary>The model's answer begins or goes on.</summary>
    Answer,

    /// <summary>The turn of somebody else begins.</summary>
    Other,

    /// <summary>The call of a tool begins.</summary>
    ToolCall,
}
