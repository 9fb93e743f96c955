using AzuSena.Support;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AzuSena.Models.Pipeline;

public sealed class TemplateMarksTests
{
    [Theory]
    [InlineData("SENA [1].<|im_end|>\n<|im_start|>user\n¿Otra?", "SENA [1].")]
    [InlineData("SENA [1].</s>", "SENA [1].")]
    [InlineData("SENA [1].<end_of_turn>\n", "SENA [1].")]
    [InlineData("SENA [1].<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n¿Otra?", "SENA [1].")]
    [InlineData("SENA [1].<|end|>\n<|user|>\n¿Otra?", "SENA [1].")]
    [InlineData("SENA [1].<|endoftext|>Nada", "SENA [1].")]
    [InlineData("SENA [1].<｜end▁of▁sentence｜><｜User｜>¿Otra?", "SENA [1].")]
    [InlineData("SENA [1].\n[INST] ¿Otra? [/INST] Otra.", "SENA [1].\n")]
    [InlineData("SENA [1].<｜User｜>¿Otra?", "SENA [1].")]
    public void Take_TurnEnds_NothingMoreIsTaken(string reply, string said)
    {
        var marks = new TemplateMarks();

        (marks.Take(reply) + marks.End()).Should().Be(said);

        marks.IsEnded.Should().BeTrue();
        marks.Take("más").Should().BeEmpty();
    }

    [Theory]
    [InlineData("<s>SENA [1].", "SENA [1].")]
    [InlineData("<s>[INST] ¿Qué? [/INST] SENA [1].", " SENA [1].")]
    [InlineData("[INST] <<SYS>>\nEres…\n<</SYS>>\n¿Qué? [/INST] SENA [1].", " SENA [1].")]
    [InlineData("<|im_start|>assistant\nSENA [1].", "SENA [1].")]
    [InlineData("<|im_start|>user\n¿Qué?<|im_end|>\n<|im_start|>assistant\nSENA [1].", "\nSENA [1].")]
    [InlineData("<start_of_turn>model\nSENA [1].", "SENA [1].")]
    [InlineData("<|start_header_id|>assistant<|end_header_id|>\n\nSENA [1].", "\n\nSENA [1].")]
    [InlineData("<|assistant|>\nSENA [1].", "\nSENA [1].")]
    [InlineData("<|channel|>analysis<|message|>Pienso.<|end|><|start|>assistant<|channel|>final<|message|>SENA [1].", "SENA [1].")]
    [InlineData("[TOOL_CALLS] [{\"name\":\"x\",\"arguments\":{}}]", "")]
    [InlineData("<tool_call>\n{\"name\":\"x\"}\n</tool_call>", "")]
    [InlineData("Busco.<tool_call>{}</tool_call> SENA [1].", "Busco. SENA [1].")]
    [InlineData("Vale <s>10</s> 12 pesos [1].", "Vale 10 12 pesos [1].")]
    [InlineData("</s><|im_end|>", "")]
    public void Take_OtherMarks_LeaveTheText(string reply, string said)
    {
        var marks = new TemplateMarks();

        (marks.Take(reply) + marks.End()).Should().Be(said);

        marks.IsEnded.Should().BeFalse();
    }

    [Theory]
    [InlineData("a < b, [1], [INSTRUCTIVO] <b>x</b> <|x|> <stop> [/1]")]
    [InlineData("Termina en [INST")]
    [InlineData("Termina en <|im_e")]
    [InlineData("x <")]
    public void Take_OrdinaryText_StaysAsItIs(string text)
    {
        var marks = new TemplateMarks();

        (marks.Take(text) + marks.End()).Should().Be(text);
    }

    [Fact]
    public void Take_WhatMayBecomeAMark_AloneIsHeldBack()
    {
        var marks = new TemplateMarks();

        marks.Take("Hola [").Should().Be("Hola ");
        marks.Take("1]").Should().Be("[1]");
    }

    [Property(MaxTest = 1000)]
    public Property Take_AnySplit_ReadsTheSame()
    {
        string[] parts = [.. TemplateMark.All.Select(mark => mark.Text), "<", "[", "|", "user", "assistant\n", "Hola", "[1]", " ", "\n", "😀", "▁", "｜"];
        return Prop.ForAll(Generators.TextOf(parts).ToArbitrary(), Gen.Choose(1, 6).ListOf().ToArbitrary(), (reply, lengths) =>
            Read(Cut(reply, [.. lengths])) == Read([reply]));
    }

    private static string Read(IEnumerable<string> pieces)
    {
        var marks = new TemplateMarks();
        return string.Concat(pieces.Select(marks.Take).ToArray()) + marks.End() + marks.IsEnded;
    }

    private static IEnumerable<string> Cut(string text, int[] lengths)
    {
        for (int start = 0, piece = 0; start < text.Length; piece++)
        {
            var length = Math.Min(lengths.Length > 0 ? lengths[piece % lengths.Length] : text.Length, text.Length - start);
            yield return text.Substring(start, length);
            start += length;
        }
    }
}
