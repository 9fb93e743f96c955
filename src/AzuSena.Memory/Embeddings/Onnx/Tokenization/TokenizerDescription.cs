namespace AzuSena.Memory.Embeddings.Onnx.Tokenization;

/// <summary>The tokenizer of a model's folder.</summary>
/// <param name="File">Its file: <c>tokenizer.json</c>, <c>vocab.txt</c> or a SentencePiece model.</param>
/// <param name="Lowercase">For <c>vocab.txt</c>, which lacks this: whether the model only knows lower-case characters without accents.</param>
/// <param name="FairseqIds">For a SentencePiece model, which lacks this: whether the network numbers pieces as XLM-RoBERTa does.</param>
internal sealed record TokenizerDescription(string File = "tokenizer.json", bool Lowercase = true, bool FairseqIds = true);
