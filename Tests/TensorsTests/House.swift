// Tests of Tensors mirror its sources.
