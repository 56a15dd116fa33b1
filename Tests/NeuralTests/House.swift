// Tests of Neural mirror its sources.
