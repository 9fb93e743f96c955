namespace AzuSena.Models.Pipeline;

/// <summary>A mark that separates turns in a chat template. Servers remove them; a server with a wrong template leaves them in the text.</summary>
/// <param name="Text">The text of the mark, as the model writes it.</param>
/// <param name="Meaning">The meaning of the text after it.</param>
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

/// <summary>The meaning of the text after a mark.</summary>
internal enum TurnMark
{
    /// <summary>None.</summary>
    None,

    /// <summary>The turn begins; in mid-text it is HTML for struck-out words.</summary>
    Begin,

    /// <summary>The turn is over.</summary>
    End,

    /// <summary>The next word names the role of the turn.</summary>
    Role,

    /// <summary>The model's answer begins or continues.</summary>
    Answer,

    /// <summary>A turn of another role begins.</summary>
    Other,

    /// <summary>A tool call begins.</summary>
    ToolCall,
}
