"""What the reader learns: a distribution over the passage's tokens and "not here", whose logit is 0."""
import torch

NOWHERE = -1e4  # the logit of a token that does not count


def reader_loss(logits, passage, gold, answer, weights):
    """Cross entropy, half against the answering sentences and half against the answer's words; the sentences where words are not marked.

    Returns the mean loss by weight, and for each example the probability of what was right.
    """
    nothing = torch.zeros(len(logits))
    everything = torch.logaddexp(_logsumexp(logits, passage), nothing)
    sentence = torch.where(gold.any(1), _logsumexp(logits, gold), nothing)
    words = torch.where(answer.any(1), _logsumexp(logits, answer), sentence)
    losses = everything - (sentence + words) / 2
    return (losses * weights).sum() / weights.sum(), torch.exp(sentence - everything).detach()


def _logsumexp(logits, chosen):
    return torch.logsumexp(torch.where(chosen, logits, torch.full_like(logits, NOWHERE)), dim=1)
