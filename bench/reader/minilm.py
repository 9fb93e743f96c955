"""The weights of all-MiniLM-L6-v2 as its 8-bit ONNX file holds them."""
import dataclasses

import numpy as np
import onnx
from onnx import numpy_helper


@dataclasses.dataclass
class QuantizedModel:
    """An ONNX model whose weights of matrix products are int8 by column, and those of embeddings uint8."""
    proto: onnx.ModelProto
    tensors: dict[str, onnx.TensorProto]  # the initialisers by name
    products: dict[str, str]  # name of a layer's weight, as BERT calls it → the prefix of its three initialisers

    @staticmethod
    def load(path):
        proto = onnx.load(path)
        tensors = {tensor.name: tensor for tensor in proto.graph.initializer}
        products = {}
        for node in proto.graph.node:
            if node.op_type == "MatMulInteger":
                layer = node.name.strip("/").replace("/", ".").removesuffix(".MatMul_quant")
                products[layer + ".weight"] = next(name for name in node.input if name in tensors and name.endswith("_quantized")).removesuffix("_quantized")
        return QuantizedModel(proto, tensors, products)

    def array(self, name):
        return numpy_helper.to_array(self.tensors[name])

    def weights(self):
        """All weights as float32 by BERT's names; those of linear layers as [out, in], as PyTorch has them."""
        found = {name: self._dequantized(prefix).T for name, prefix in self.products.items()}
        for name in self.tensors:
            if name.endswith("embeddings.weight_quantized"):
                prefix = name.removesuffix("_quantized")
                found[prefix] = self._dequantized(prefix)
            elif name.endswith((".bias", "LayerNorm.weight")):
                found[name] = self.array(name)
        return {name: np.array(weight) for name, weight in found.items()}

    def _dequantized(self, prefix):
        zero = self.array(prefix + "_zero_point").astype(np.float32)
        return (self.array(prefix + "_quantized").astype(np.float32) - zero) * self.array(prefix + "_scale")
