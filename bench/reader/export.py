"""Step 4: the trained reader as the 8-bit ONNX graph of MiniLM with the head appended. usage: export.py MINILM READER ONNX

Tensors that training left alone stay as they are, byte for byte.
"""
import sys

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from minilm import QuantizedModel
from network import bert_name

LARGEST = 127  # of int8, symmetric; MiniLM uses half of it, which processors without VNNI need: they add two products in 16 bits


def quantize_product(model, prefix, weight):
    """Writes a linear layer's weight, [out, in], as int8 with a scale for each output.

    MiniLM's own scale is kept where the weights still fit into it: then most differ little from MiniLM's, and their difference packs well.
    """
    if model.array(prefix + "_zero_point").any():
        raise ValueError(f"{prefix} is not symmetric")
    columns = weight.T
    old, needed = model.array(prefix + "_scale"), np.abs(columns).max(axis=0) / LARGEST
    scale = np.where(needed <= old, old, needed).astype(np.float32)
    replace(model, prefix + "_scale", scale)
    replace(model, prefix + "_quantized", np.clip(np.round(columns / scale), -LARGEST, LARGEST))


def replace(model, name, values):
    """Overwrites an initialiser, whose shape, type and way of being stored stay."""
    tensor = model.tensors[name]
    array = np.ascontiguousarray(values, dtype=numpy_helper.to_array(tensor).dtype)
    if list(array.shape) != list(tensor.dims):
        raise ValueError(f"{name} has the shape {list(tensor.dims)}, not {list(array.shape)}")
    if tensor.HasField("raw_data"):
        tensor.raw_data = array.tobytes()
    else:
        tensor.float_data[:] = array.ravel().tolist()


def append_head(graph, weight, bias):
    """A token's logit is its own part and that of [CLS]; the output becomes `logits`, [batch, token]."""
    constants = {"reader.weight": weight.T.copy(), "reader.bias": bias, "reader.0": np.array([0]), "reader.1": np.array([1]), "reader.2": np.array([2])}
    graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in constants.items())
    graph.node.extend([
        helper.make_node("MatMul", ["last_hidden_state", "reader.weight"], ["reader.product"]),
        helper.make_node("Add", ["reader.product", "reader.bias"], ["reader.parts"]),
        helper.make_node("Slice", ["reader.parts", "reader.0", "reader.1", "reader.2"], ["reader.token"]),
        helper.make_node("Slice", ["reader.parts", "reader.1", "reader.2", "reader.2"], ["reader.window_by_token"]),
        helper.make_node("Slice", ["reader.window_by_token", "reader.0", "reader.1", "reader.1"], ["reader.window"]),
        helper.make_node("Add", ["reader.token", "reader.window"], ["reader.sum"]),
        helper.make_node("Squeeze", ["reader.sum"], ["logits"], axes=[2]),
    ])
    del graph.output[:]
    graph.output.append(helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch_size", "sequence_length"]))


def main(minilm, reader, target):
    model, trained = QuantizedModel.load(minilm), torch.load(reader)
    for name, value in trained.items():
        bert, weight = bert_name(name), value.numpy()
        if name.startswith("head."):
            continue
        if bert in model.products:
            quantize_product(model, model.products[bert], weight)
        else:
            replace(model, bert, weight)
    append_head(model.proto.graph, trained["head.weight"].numpy(), trained["head.bias"].numpy())
    onnx.checker.check_model(model.proto)
    onnx.save(model.proto, target)


if __name__ == "__main__":
    main(*sys.argv[1:])
